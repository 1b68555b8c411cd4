import Commands
import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Sharing

@Suite("Shares and requests past their time", .database)
struct KeepingTests {
  private static let path = "/sharing/keeping"

  /// When something was over, for how many months it is kept, and the first day it is due.
  static let edges = [
    ("2020-11-20", 72, "2026-11-21"), ("2020-02-29", 72, "2026-03-01"),
    ("2020-08-31", 1, "2020-10-01"), ("2024-01-31", 1, "2024-03-01"),
  ]

  @Test("are due on the day after so many months, and not before", arguments: edges)
  func due(over: String, months: Int, first: String) throws {
    let rule = KeepingRule(months: months)
    let (over, first) = (try #require(Day(over)), try #require(Day(first)))
    #expect(rule.due(over) == first)
    #expect(rule.cutoff(on: first) >= over)
    #expect(rule.cutoff(on: first.adding(days: -1)) < over)
  }

  /// A share that ended on 31 December 2026, and a request answered on 20 November 2026.
  private func kept(
    _ engine: Engine
  ) throws -> (fixture: SharingFixture, share: Reference, request: String) {
    let fixture = try SharingFixture(engine)
    let share = try fixture.record()
    let asked = try fixture.visit("/sharing/requests/new", form: RequestTests.form)
    let path = try #require(
      asked?.headers.first { $0.name.lowercased() == "location" }?.value)
    let answered = try fixture.status(
      path, as: .officer,
      form: [("version", "1"), ("outcome", "refused"), ("answer", "Not for Quentin Planted")])
    #expect(answered == 303)
    return (fixture, share, String(path.split(separator: "/").last ?? ""))
  }

  private func go(_ fixture: SharingFixture, to moment: String) throws {
    let then = try #require(Instant(moment))
    fixture.clock.advance(seconds: Double(then.milliseconds - fixture.now.milliseconds) / 1000)
  }

  @Test("are looked at and deleted one by one, and nothing by itself", arguments: Engine.tested)
  func deleted(engine: Engine) throws {
    let (fixture, share, request) = try kept(engine)
    func page() throws -> String { try fixture.words(Self.path, as: .manager) }
    try go(fixture, to: "2028-11-20T12:00:00Z")
    #expect(try page().contains("None is past its time"))
    try go(fixture, to: "2028-11-21T12:00:00Z")
    #expect(try page().contains("\(request) 20 November 2026"))
    #expect(!(try page().contains(share.description)))
    try go(fixture, to: "2033-01-01T12:00:00Z")
    #expect(try page().contains("\(share) 31 December 2026"))
    for reference in [share.description, request] {
      let form = [("act", "delete"), ("record", reference)]
      #expect(try fixture.status(Self.path, as: .officer, form: form) == 404)
      #expect(try fixture.status(Self.path, as: .manager, form: form) == 303)
      #expect(try fixture.status(Self.path, as: .manager, form: form) == 422)
    }
    #expect(try fixture.status("/sharing/\(share)", as: .manager) == 404)
    #expect(try fixture.status("/sharing/requests/\(request)", as: .manager) == 404)
    let trail = try fixture.services.trail()
    #expect(trail.contains { $0.hasPrefix("sharing.share-deleted") && $0.contains("months=72") })
    #expect(trail.contains { $0.hasPrefix("sharing.request-deleted") && $0.contains("months=24") })
  }

  @Test("are kept until a day with a reason, sealed", arguments: Engine.tested)
  func longer(engine: Engine) throws {
    let (fixture, _, request) = try kept(engine)
    try go(fixture, to: "2028-11-21T12:00:00Z")
    func keep(_ until: String, _ reason: String) throws -> Int {
      try fixture.status(
        Self.path, as: .manager,
        form: [("act", "keep"), ("record", request), ("kept-reason", reason)]
          + SharingFixture.date("until", until))
    }
    #expect(try keep("2028-11-21", "A complaint") == 422)
    #expect(try keep("2039-01-01", "A complaint") == 422)
    #expect(try keep("2029-01-31", " ") == 422)
    #expect(try keep("2029-01-31", "Quagga complaint") == 303)
    #expect(try fixture.words(Self.path, as: .manager).contains("None is past its time"))
    let stored = try fixture.database.database.read { read in
      try read.all("SELECT content FROM sharing_kept") { try $0.bytes() }
    }
    #expect(stored.count == 1)
    #expect(!stored.map { String(decoding: $0, as: UTF8.self) }.joined().contains("Quagga"))
    let resealed = try fixture.database.write { write in
      try KeepingStore(keyring: fixture.services.keyring).sealAnew(after: 0, in: write)
    }
    #expect(resealed.count == 1)
    try go(fixture, to: "2029-02-01T12:00:00Z")
    #expect(try fixture.words(Self.path, as: .manager).contains(request))
  }

  @Test(
    "have a time that a manager changes",
    arguments: [("0", 422), ("241", 422), ("x", 422), ("1", 303)])
  func months(months: String, status: Int) throws {
    let (fixture, _, request) = try kept(.sqlite)
    let form = [("act", "months"), ("kind", "request"), ("months", months)]
    #expect(try fixture.status(Self.path, as: .manager, form: form) == status)
    try go(fixture, to: "2026-12-21T12:00:00Z")
    #expect(try fixture.words(Self.path, as: .manager).contains(request) == (status == 303))
  }

  @Test("are listed, kept and deleted from the shell, and name nobody")
  func shell() throws {
    let (fixture, share, request) = try kept(.sqlite)
    func say(_ words: String...) -> Said {
      fixture.services.shell(Sharing.feature.commands, ["sharing", "keeping"] + words)
    }
    #expect(say().out.contains("None is past its time"))
    #expect(say("--kind", "share", "--months", "12").status == .done)
    #expect(say("--kind", "share", "--months", "none").status == .wrongUse)
    try go(fixture, to: "2033-01-01T12:00:00Z")
    let list = say().out
    #expect(list.contains("2026-12-31  share  \(share)"))
    #expect(list.contains("2026-11-20  request  \(request)") && !list.contains("Quentin"))
    #expect(say("--keep", request).status == .wrongUse)
    let file = try TemporaryFolder.ofCase().path + "/fields.json"
    try Data(
      """
      {"until-day": "1", "until-month": "2", "until-year": "2033", "kept-reason": "A complaint"}
      """.utf8
    ).write(to: URL(filePath: file))
    #expect(say("--keep", request, file).status == .done)
    #expect(say("--delete", share.description).status == .done)
    #expect(say("--delete", share.description).status == .wrongUse)
    #expect(say().out.contains("None is past its time"))
  }

  @Test("keep a case for as long as a share of it is open", arguments: Engine.tested)
  func holds(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let share = try fixture.record()
    let (about, other) = (
      try #require(Reference("TM-7K42-0931")), try #require(Reference(share.description))
    )
    func held() throws -> [RecordHold] {
      try fixture.database.read { try Sharing.feature.holds([about, other], fixture.now, $0) }
    }
    #expect(
      try held() == [RecordHold(about, "Share \(share) is open", path: "/sharing/\(share)")])
    try go(fixture, to: "2027-01-01T12:00:00Z")
    #expect(try held().isEmpty)
    #expect(try fixture.database.read { try ShareHolds.of([], at: fixture.now, $0) }.isEmpty)
  }

  @Test("are found for whoever they name, and wait to be read", arguments: Engine.tested)
  func personal(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let ofCase = try fixture.record()
    let named = try fixture.record([("about", "")])
    let outside = try fixture.record([
      ("recipient", "outside"), ("outside", "Quentin Planted"), ("recipient-said", "yes"),
      ("purpose", "A copy"),
      ("necessity", "None without"),
    ])
    _ = try fixture.visit("/sharing/requests/new", form: RequestTests.form)
    func found(_ name: String) throws -> [(String, [PersonalData.Found])] {
      try fixture.database.read { read in
        try Sharing.feature.personalData.map {
          ($0.kind, try $0.find(Sensitive(name), fixture.services, read))
        }
      }
    }
    let all = try found("Planted Quentin")
    #expect(all.map(\.0) == ["share", "datarequest"])
    #expect(all[0].1.map(\.title) == ["Share \(outside)", "Share \(named)"])
    #expect(
      !all[0].1.contains { $0.title.contains(ofCase.description) }, "the case accounts for it")
    #expect(try found("Somebody Else").allSatisfy { $0.1.isEmpty })
    #expect(try found("").allSatisfy { $0.1.isEmpty })
    let record = try fixture.database.read { read in
      try #require(
        try Sharing.feature.personalData[0].record(all[0].1[0].id, fixture.services, read))
    }
    #expect(record.things.allSatisfy { !$0.isTheirs })
    let lines = record.things.flatMap(\.lines).map { $0.words.reveal(for: "a test") }
    for words in ["Quentin Planted", "A copy", "Names and dates of birth; Allegations"] {
      #expect(lines.contains { $0.contains(words) }, "\(words)")
    }
    if let request = all[1].1.first {
      let record = try fixture.database.read { read in
        try Sharing.feature.personalData[1].record(request.id, fixture.services, read)
      }
      #expect(record?.things.count == 1)
    }
  }

  @Test("are found by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    for kind in KeptKind.allCases {
      let plan = try QueryPlan.of(
        KeepingStore.query(kind, KeepingRule(months: 24), on: fixture.today), fixture.database)
      #expect(!plan.readsAll(of: "r") && !plan.readsAll(of: "k"), "\(plan)")
    }
    let reference = try #require(Reference("TM-7K42-0931"))
    let plan = try QueryPlan.of(
      ShareHolds.query([reference], at: fixture.now), fixture.database)
    #expect(!plan.readsAll(of: "s"), "\(plan)")
  }
}
