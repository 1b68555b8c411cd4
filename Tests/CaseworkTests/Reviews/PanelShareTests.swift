import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The papers of a panel as shares", .database)
struct PanelShareTests {
  private func shares(_ fixture: ReviewFixture) throws -> [Share] {
    let shares = fixture.casework.services.shares
    return try fixture.casework.database.read { try shares.about(fixture.reference, $0) }
  }

  @discardableResult
  private func panel(_ form: [(String, String)], _ fixture: ReviewFixture) throws -> Response {
    let path = ReportsRoute.papers(fixture.reference).path
    return try #require(try fixture.casework.visit(path, as: .coordinator, form: form))
  }

  @discardableResult
  private func seat(
    _ role: Role, _ fixture: ReviewFixture, actsFor: Bool = true
  ) throws -> Response {
    let account = CaseworkFixture.actor(role).account.description
    return try panel(
      [("act", "seat"), ("account", account), ("part", "member")]
        + (actsFor ? [("acts-for", "yes")] : []), fixture)
  }

  @Test("are recorded once papers go to a seat of another body", arguments: Engine.tested)
  func recorded(engine: Engine) throws {
    let fixture = try ReviewFixture(CaseworkFixture(engine, partner: .police))
    try seat(.partner, fixture, actsFor: false)
    try seat(.manager, fixture, actsFor: false)
    #expect(try shares(fixture).isEmpty, "nothing is issued yet")
    try panel([("act", "issue")], fixture)
    let one = try #require(try shares(fixture).first)
    #expect(try shares(fixture).count == 1, "our own seats are no share")
    #expect(one.organisation == ID(2) && one.isKeptByRecord)
    #expect(one.terms.ground(.gateway)?.key == "asb-review")
    let words = one.terms.words.reveal(for: "test")
    #expect(!"\(words)".contains("Planted"), "the register names nobody")
    try panel([("act", "issue")], fixture)
    #expect(try shares(fixture).count == 1, "issued anew they are the same share")
    #expect(try fixture.page().contains("With whom the papers are shared"))
    #expect(try fixture.page().contains("Schedule 4, paragraph 7"))
  }

  @Test(
    "go to a body the section does not name where it acts for one, as whoever seats it says",
    arguments: Engine.tested)
  func acting(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try panel([("act", "issue")], fixture)
    let answer = try seat(.partner, fixture, actsFor: false)
    #expect(answer.status == 422 && answer.words.contains("(Crime and Disorder Act 1998, section"))
    #expect(try shares(fixture).isEmpty)
    #expect(try fixture.casework.status(ReportsRoute.panels.path, as: .partner) == 200)
    #expect(try seat(.partner, fixture).status == 303)
    let gateway = try #require(try shares(fixture).first?.terms.ground(.gateway))
    #expect(gateway.key == "cda-115" && gateway.isRecipientSaid == true)
  }

  @Test("are recorded with a seat that is given after they were issued")
  func later() throws {
    let fixture = try ReviewFixture()
    try panel([("act", "issue")], fixture)
    #expect(try shares(fixture).isEmpty)
    try seat(.partner, fixture)
    #expect(try shares(fixture).count == 1)
  }

  @Test("end with the last seat of the body")
  func unseated() throws {
    let fixture = try ReviewFixture()
    try panel([("act", "issue")], fixture)
    try seat(.partner, fixture)
    let account = CaseworkFixture.actor(.partner).account.description
    try panel([("act", "unseat"), ("account", account)], fixture)
    #expect(try shares(fixture).first?.isOpen(at: fixture.casework.now) == false)
  }

  @Test(
    "end when the papers close to the panel, four weeks after the refusal", arguments: [28, 29])
  func closed(days: Int) throws {
    let fixture = try ReviewFixture()
    try panel([("act", "issue")], fixture)
    try seat(.partner, fixture)
    try fixture.act(
      .decide,
      ReviewFixture.decided.filter { $0.0 != "decision" } + [
        ("decision", "no-review"), ("absent", "It knows nothing of it"),
      ] + ReviewFactor.allCases.map { ($0.rawValue, "Weighed") })
    let path = ReportsRoute.papers(fixture.reference).path
    let day = fixture.casework.services.clock.today.adding(days: days)
    fixture.casework.wait(until: London.instant(day, minute: 600).description)
    #expect(try shares(fixture).first?.isOpen(at: fixture.casework.now) == (days == 28))
    #expect(try fixture.casework.status(path, as: .partner) == (days == 28 ? 200 : 404))
  }

  @Test("are refused where the law lets nothing go")
  func refused() throws {
    let casework = try CaseworkFixture(shares: .remembering(needsAgreement: true))
    let fixture = try ReviewFixture(casework)
    try seat(.partner, fixture)
    let answer = try panel([("act", "issue")], fixture)
    #expect(answer.status == 422 && answer.words.contains("cannot be shared with"))
    #expect(try shares(fixture).isEmpty)
  }
}
