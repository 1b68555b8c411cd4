import Access
import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Markup
import Partnership
import TestKit
import Testing

@testable import Casework

/// A case review about a case the officer worked, whose panel the coordinator seats.
private struct PanelFixture {
  let review: ReviewFixture
  let file: Reference

  init(_ engine: Engine = .sqlite) throws {
    review = try ReviewFixture(engine)
    let report = try review.casework.report()
    file = try review.casework.openCase(report)
    let (services, now) = (review.casework.services, review.casework.now)
    try review.casework.database.write { [file] write in
      let store = CaseStore(services)
      let found = try #require(try store.find(file, write))
      var content = CasePerson.Content()
      content.name = "Quentin Thirdparty"
      try store.parts.add(content, as: .subject, to: found.id, at: now, in: write)
      try store.parts.write(
        .fact, about: found.id, "Spoke with Quentin Thirdparty on 07700 900 555 about the door",
        by: CaseworkFixture.actor(.officer).account, at: now, in: write)
      try store.parts.write(
        .opinion, about: found.id, "Exaggerates, I think",
        by: CaseworkFixture.actor(.officer).account, at: now, in: write)
    }
    try review.complain(30, reference: file.description)
    for ago in [60, 90] { try review.complain(ago) }
    try review.act(
      .account, [("of", "3"), ("account", "Called on Quentin Thirdparty, who denied it")])
    try review.act(.wishes, [("wish", "attend"), ("wishes", "Quiet nights")])
    try review.act(.decide, ReviewFixture.decided)
  }

  var path: String { ReportsRoute.papers(review.reference).path }
  var account: (Role) -> String {
    { CaseworkFixture.actor($0).account.description }
  }

  @discardableResult
  func post(
    _ form: [(String, String)], at path: String? = nil, as role: Role = .coordinator
  ) throws -> Response {
    try #require(try review.casework.visit(path ?? self.path, as: role, form: form))
  }

  func seat(_ role: Role, _ part: PanelSeat.Part = .member) throws -> Response {
    try post([
      ("act", "seat"), ("account", account(role)), ("part", part.rawValue), ("acts-for", "yes"),
    ])
  }

  /// Chooses for every page of the papers.
  func choose(_ treatment: String = "struck", _ passages: String = "") throws {
    for page in try pages() {
      try post(
        [("treatment", treatment), ("passages", passages), ("version", String(page.version))],
        at: ReportsRoute.paper(review.reference, page.source.key).path)
    }
  }

  func pages() throws -> [PanelPage] {
    let (services, review) = (review.casework.services, try review.review)
    return try self.review.casework.database.read { read in
      try PanelGathering(services: services, review: review).pages(read)
    }
  }

  func status(_ path: String? = nil, as role: Role) throws -> Int {
    try review.casework.status(path ?? self.path, as: role)
  }

  func words(_ path: String? = nil, as role: Role) throws -> String {
    try #require(try review.casework.visit(path ?? self.path, as: role)).words
  }
}

@Suite("The panel of a case review and its papers", .database)
struct PanelTests {
  @Test(
    "go to those on the panel and to who prepares them, and to nobody else", arguments: Role.all)
  func who(role: Role) throws {
    let fixture = try PanelFixture()
    let prepares = role == .coordinator || role == .manager
    #expect(try fixture.status(as: role) == (prepares ? 200 : 404), "before")
    try fixture.choose()
    try fixture.post([("act", "issue")])
    #expect(try fixture.status(as: role) == (prepares ? 200 : 404), "issued, without a seat")
    let print = ReportsRoute.printPapers(fixture.review.reference).path
    if !prepares { #expect(try fixture.status(print, as: role) == 404) }
    let pages = ReportsRoute.paper(fixture.review.reference, "application").path
    #expect(try fixture.status(pages, as: role) == (prepares ? 200 : 404), "a page")
    let mayPost = try fixture.review.casework.status(
      fixture.path, as: role, form: [("act", "issue")])
    #expect(mayPost == (prepares ? 303 : 404), "issuing")
  }

  @Test(
    "are read by a member once they are issued, and who read them is on record",
    arguments: Engine.tested)
  func reading(engine: Engine) throws {
    let fixture = try PanelFixture(engine)
    #expect(try fixture.seat(.partner).status == 303)
    #expect(try fixture.status(as: .partner) == 404, "not issued")
    #expect(try fixture.words(ReportsRoute.panels.path, as: .partner).contains("Not open"))
    try fixture.choose()
    #expect(try fixture.post([("act", "issue")]).status == 303)
    #expect(try fixture.words(ReportsRoute.panels.path, as: .partner).contains("To be read"))
    let words = try fixture.words(as: .partner)
    for part in [
      "Planted noise", "The reports and the two tests", "3 of 3 complaints count.", "Quiet nights",
      "To come to the meeting", "What was done: case \(fixture.file)", "about the door",
      "You told us three times.", "Do not copy or forward", Striking.mark,
    ] { #expect(words.contains(part), "\(part)") }
    for name in ["Quentin", "Thirdparty", "900 555", "zeb@planted", "Exaggerates"] {
      #expect(!words.contains(name), "\(name)")
    }
    let trail = try fixture.review.casework.trail()
    for action in ["seated", "page-chosen", "papers-issued", "papers-read"] {
      #expect(trail.contains { $0.hasPrefix("casework.review-\(action)") }, "\(action)")
    }
  }

  @Test("wait until somebody chose for each page whose record names others")
  func waiting() throws {
    let fixture = try PanelFixture()
    let refused = try fixture.post([("act", "issue")])
    #expect(refused.status == 422 && refused.words.contains("pages wait: open each"))
    try fixture.choose()
    #expect(try fixture.pages().allSatisfy { !$0.waits })
    try fixture.review.act(
      .account, [("of", "1"), ("account", "Wrote to Quentin Thirdparty in May")])
    #expect(try fixture.pages().filter(\.waits).map(\.source.key) == ["account-2"], "a new page")
  }

  @Test("show a page whole, struck or not at all, as was chosen for it")
  func choosing() throws {
    let fixture = try PanelFixture()
    try fixture.choose()
    func choose(_ key: String, _ form: [(String, String)]) throws -> Response {
      try fixture.post(
        [("version", "1")] + form, at: ReportsRoute.paper(fixture.review.reference, key).path)
    }
    #expect(try choose("account-1", [("treatment", "whole")]).status == 303)
    #expect(try choose("wishes-1", [("treatment", "left")]).status == 303)
    #expect(
      try choose("application", [("treatment", "struck"), ("passages", "noise")]).status == 303)
    try fixture.post([("act", "issue")])
    _ = try fixture.seat(.partner)
    let words = try fixture.words(as: .partner)
    #expect(words.contains("Called on Quentin Thirdparty, who denied it"))
    #expect(!words.contains("Quiet nights") && words.contains("1 page is left out."))
    #expect(words.contains("Planted \(Striking.mark)"))
    let stale = try choose("account-1", [("treatment", "left")])
    #expect(stale.status == 409 && stale.words.contains("Somebody else chose"))
    let unknown = try fixture.post(
      [("version", "2"), ("treatment", "struck"), ("passages", "nowhere")],
      at: ReportsRoute.paper(fixture.review.reference, "application").path)
    #expect(unknown.status == 422 && unknown.words.contains("“nowhere” is not on this page"))
  }

  @Test("stay as they were issued, whatever is written since")
  func frozen() throws {
    let fixture = try PanelFixture()
    try fixture.choose()
    try fixture.post([("act", "issue")])
    _ = try fixture.seat(.partner)
    try fixture.review.act(.account, [("of", "1"), ("account", "Written later")])
    #expect(!(try fixture.words(as: .partner).contains("Written later")))
  }

  @Test("are neither read nor prepared by who worked a case it is about")
  func worked() throws {
    let fixture = try PanelFixture()
    let refused = try fixture.seat(.officer)
    #expect(refused.status == 422)
    let services = fixture.review.casework.services
    let review = try fixture.review.review
    // A seat that was given before the case was linked opens nothing.
    try fixture.review.casework.database.write { write in
      try write.run(
        """
        INSERT INTO case_review_seat (request, account, part, since)
        VALUES (\(review.id), \(CaseworkFixture.actor(.officer).account), 'member', '2026-11-20')
        """)
      let found = try #require(try CaseStore(services).find(fixture.file, write))
      try CaseStore(services).parts.write(
        .fact, about: found.id, "Seen", by: CaseworkFixture.actor(.manager).account,
        at: services.clock.now(), in: write)
    }
    try fixture.choose()
    try fixture.post([("act", "issue")])
    #expect(try fixture.status(as: .officer) == 404)
    let manager = try fixture.words(as: .manager)
    #expect(manager.contains("somebody else prepares the papers"))
    #expect(!manager.contains("Planted noise"))
    #expect(
      try fixture.review.casework.status(fixture.path, as: .manager, form: [("act", "issue")])
        == 404)
  }

  @Test("have one chair, and a seat that is taken away opens nothing")
  func seats() throws {
    let fixture = try PanelFixture()
    try fixture.choose()
    try fixture.post([("act", "issue")])
    #expect(try fixture.seat(.partner, .chair).status == 303)
    let second = try fixture.seat(.manager, .chair)
    #expect(second.status == 422 && second.words.contains("The panel has a chair"))
    #expect(try fixture.status(as: .partner) == 200)
    try fixture.post([("act", "unseat"), ("account", fixture.account(.partner))])
    #expect(try fixture.status(as: .partner) == 404)
    let gone = try fixture.post([("act", "unseat"), ("account", fixture.account(.partner))])
    #expect(gone.status == 422 && gone.words.contains("no longer sit"))
  }

  @Test("close to the panel four weeks after the outcome was told", arguments: [28, 29])
  func closing(days: Int) throws {
    let fixture = try PanelFixture()
    try fixture.choose()
    try fixture.post([("act", "issue")])
    _ = try fixture.seat(.partner)
    let told = fixture.review.casework.now.adding(seconds: -Double(days) * 86_400)
    try fixture.review.casework.database.write { write in
      try write.run("UPDATE case_review SET told_at = \(told)")
    }
    #expect(try fixture.status(as: .partner) == (days == 28 ? 200 : 404))
    #expect(try fixture.status(as: .coordinator) == 200, "who prepares them keeps them")
  }

  @Test("are sealed, in what was chosen and in what was issued")
  func sealed() throws {
    let fixture = try PanelFixture()
    try fixture.choose("struck", "")
    try fixture.post([("act", "issue")])
    let bytes = try Bytes.latin(of: try #require(fixture.review.casework.database.path))
    for word in ["Planted", "Thirdparty", "Quiet nights", "about the door"] {
      #expect(!bytes.contains(word), "\(word)")
    }
    #expect(CaseReseal.columns.contains { $0.table.description == "case_review_papers" })
    #expect(CaseReseal.columns.contains { $0.table.description == "case_review_choice" })
  }

  @Test("are marked on paper with who reads them")
  func paper() throws {
    let fixture = try PanelFixture()
    try fixture.choose()
    try fixture.post([("act", "issue")])
    let (services, id) = (fixture.review.casework.services, try fixture.review.review.id)
    let issue = try #require(
      try fixture.review.casework.database.read {
        try PanelStore(keyring: services.keyring).issued(of: id, $0)
      })
    let paper = PanelPaper(
      review: try fixture.review.review, issue: issue, reader: "Reader R", partnership: "Thornmere",
      now: fixture.review.casework.now)
    let html = String(decoding: paper.rendered(), as: UTF8.self)
    #expect(html.contains("Printed by Reader R, "))
    #expect(
      html.contains("<p class=\"across\">Reader R</p>") && html.contains("OFFICIAL-SENSITIVE"))
    #expect(!html.contains("Thirdparty"))
  }

  @Test("have seats that are given and taken away in the shell", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try PanelFixture(engine)
    let services = fixture.review.casework.services
    let reference = fixture.review.reference.description
    func shell(_ arguments: [String]) -> Said { services.shell(PanelCommands.all, arguments) }
    let partner = "partner@thornmere.example"
    #expect(shell(["reviews", "panel", reference]).out.contains("Nobody sits on it."))
    #expect(shell(["reviews", "seat", reference, partner, "--as", "chair"]).status == .done)
    let listed = shell(["reviews", "panel", reference, "--json"])
    #expect(listed.status == .done && listed.out.contains("\"chair\""))
    let second = shell(
      ["reviews", "seat", reference, "manager@thornmere.example", "--as", "chair"])
    #expect(second.status == .failed && second.all.contains("The panel has a chair"))
    let worked = shell(
      ["reviews", "seat", reference, "officer@thornmere.example", "--as", "member"])
    #expect(worked.status == .failed && worked.all.contains("worked a case"))
    #expect(shell(["reviews", "seat", reference, partner]).status == .wrongUse)
    #expect(shell(["reviews", "unseat", reference, partner]).out.contains("taken away"))
    #expect(shell(["reviews", "unseat", reference, partner]).out.contains("had no seat"))
    let nobody = shell(["reviews", "seat", reference, "nobody@example.org", "--as", "chair"])
    #expect(nobody.status == .failed && nobody.all.contains("Nobody signs in as"))
    #expect(shell(["reviews", "panel", "TM-0000-0000"]).status == .failed)
  }

  @Test("are found by an index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let plan = try QueryPlan.of(PanelSeats.query(ID(1)), fixture.database)
    #expect(!plan.readsAll(of: "s") && !plan.readsAll(of: "case_review_seat"), "\(plan)")
  }
}
