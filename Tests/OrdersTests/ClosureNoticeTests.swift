import Access
import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("A closure notice after it was issued", .database)
struct ClosureNoticeTests {
  /// A notice of a day from 10:00 that is not served, with its hearing; its path.
  private static func notice(
    _ fixture: OrdersFixture, starts: String = "2026-11-20", ends: String = "2026-11-21",
    hearing: String, at time: String = "10:00", by authoriser: Authoriser = .inspector
  ) throws -> String {
    var fields = RegisterTests.said
    for (name, day) in [("starts", starts), ("ends", ends), ("hearing", hearing)] {
      fields.merge(RegisterTests.day(name, day)) { $1 }
    }
    fields.merge([
      "start-time": "10:00", "end-time": "10:00", "hearing-time": time, "court": "Magistrates",
      "advice": "Housing advice", "authoriser": authoriser.rawValue,
    ]) { $1 }
    return try RegisterTests.add(fixture, .closureNotice, fields)
  }

  private static func serve(
    _ day: String, _ time: String, hearing: (String, String)? = nil
  ) -> [(String, String)] {
    RegisterTests.day("served", day).map { ($0.key, $0.value) }
      + (hearing.map { RegisterTests.day("hearing", $0.0).map { ($0.key, $0.value) } } ?? [])
      + (hearing.map { [("hearing-time", $0.1)] } ?? [])
      + [("act", "served"), ("version", "1"), ("served-time", time), ("how", "On the door")]
  }

  @Test(
    "served sooner than it begins has its hearing held against 48 hours from service",
    arguments: Engine.tested)
  func sooner(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.notice(fixture, hearing: "2026-11-22")
    let refused = try #require(
      try fixture.visit(
        path, form: Self.serve("2026-11-20", "9:59", hearing: ("2026-11-22", "10:00"))))
    #expect(refused.status == 422)
    #expect(
      refused.words.contains(
        "The court must hear it by 22 November 2026, 9:59am, Christmas Day not counted "
          + "(section 80(3) and (4)")
        || refused.words.contains("(section 80(3) and (4)"), "\(refused.words)")
    // Brought forward by a minute it is in time.
    let form = Self.serve("2026-11-20", "9:59", hearing: ("2026-11-22", "9:59"))
    #expect(try fixture.visit(path, form: form)?.status == 303)
    let kept = try fixture.services.database.read { read in
      try read.first("SELECT hearing_at FROM orders_order") { try $0.text() }
    }
    #expect(kept?.hasPrefix("2026-11-22T09:59") == true)
  }

  /// Service and hearing, both sides of the last minute; 25 December is not counted.
  static let christmas: [(String, String, Int)] = [
    ("10:00", "10:00", 303), ("9:59", "9:59", 303), ("9:59", "10:00", 422), ("10:00", "10:01", 422),
  ]

  @Test("does not count Christmas Day", arguments: christmas)
  func christmasDay(served: String, hearing: String, status: Int) throws {
    let now = try #require(Instant("2026-12-24T12:00:00Z"))
    let fixture = try OrdersFixture(now: now)
    let path = try Self.notice(
      fixture, starts: "2026-12-24", ends: "2026-12-25", hearing: "2026-12-27")
    let form = Self.serve("2026-12-24", served, hearing: ("2026-12-27", hearing))
    let response = try #require(try fixture.visit(path, form: form))
    #expect(response.status == status, "\(response.words)")
    if status == 422 {
      #expect(response.words.contains("Christmas Day not counted (section 80(3) and (4)"))
    }
  }

  @Test("cannot be served after its hearing or its end")
  func late() throws {
    let fixture = try OrdersFixture(now: try #require(Instant("2026-11-22T12:00:00Z")))
    let path = try Self.notice(fixture, hearing: "2026-11-20", at: "15:00")
    let after = try #require(try fixture.visit(path, form: Self.serve("2026-11-20", "15:01")))
    #expect(after.status == 422 && after.words.contains("must be after the notice"))
    let ended = try #require(try fixture.visit(path, form: Self.serve("2026-11-21", "10:00")))
    #expect(ended.status == 422 && ended.words.contains("It had ended by then"))
  }

  private static func extend(
    _ day: String, _ time: String, by rank: String = "superintendent", version: Int = 1
  ) -> [(String, String)] {
    RegisterTests.day("extended", day).map { ($0.key, $0.value) } + [
      ("act", "extended"), ("version", String(version)), ("extended-time", time),
      ("extension-authoriser", rank), ("extension-reason", "Disorder goes on"),
    ]
  }

  @Test(
    "is extended by 24 hours at most, by the rank of its own body (section 77(4))",
    arguments: [
      (Authoriser.inspector, "2026-11-22", "10:00", "superintendent", 303),
      (.inspector, "2026-11-22", "10:01", "superintendent", 422),
      (.inspector, "2026-11-21", "10:00", "superintendent", 422),
      (.inspector, "2026-11-22", "10:00", "chief-executive", 422),
      (.councilOfficer, "2026-11-22", "10:00", "chief-executive", 303),
      (.councilOfficer, "2026-11-22", "10:00", "superintendent", 422),
      (.inspector, "2026-11-22", "10:00", "inspector-general", 422),
      (.superintendent, "2026-11-22", "10:00", "superintendent", 404),
    ])
  func extending(
    signed: Authoriser, day: String, time: String, rank: String, status: Int
  ) throws {
    let fixture = try OrdersFixture()
    let path = try Self.notice(fixture, hearing: "2026-11-21", by: signed)
    #expect(try fixture.status(path, as: .auditor, form: Self.extend(day, time, by: rank)) == 404)
    let found = try fixture.status(path, as: .officer, form: Self.extend(day, time, by: rank))
    #expect(found == status)
  }

  @Test("is extended once, with the rule it was taken under", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try Self.notice(fixture, hearing: "2026-11-21")
    #expect(try #require(try fixture.visit(path)).words.contains("Extend the notice"))
    #expect(try fixture.visit(path, form: Self.extend("2026-11-21", "20:00"))?.status == 303)
    let page = try #require(try fixture.visit(path)).words
    #expect(page.contains("section 77(4)") && page.contains("Disorder goes on"))
    #expect(!page.contains("Extend the notice"))
    let again = Self.extend("2026-11-22", "10:00", version: 2)
    #expect(try fixture.status(path, as: .officer, form: again) == 404)
    #expect(try fixture.actions().contains("orders.extended"))
  }

  @Test("is extended and served with an earlier hearing from the shell")
  func shell() throws {
    let fixture = try OrdersFixture()
    let path = try Self.notice(fixture, hearing: "2026-11-22")
    let reference = String(path.split(separator: "/")[1])
    func run(_ arguments: [String]) -> Said {
      fixture.services.shell(Orders.feature.commands, ["orders"] + arguments)
    }
    let serve = ["serve", reference, "--on", "2026-11-20", "--at", "9:30", "--how", "On the door"]
    let refused = run(serve)
    #expect(refused.status == .wrongUse && refused.all.contains("section 80(3)"))
    #expect(run(serve + ["--hearing-on", "2026-11-22", "--hearing-at", "9:30"]).status == .done)
    let extend = [
      "extend", reference, "--to", "2026-11-22", "--at", "9:30", "--by", "superintendent",
      "--reason", "It goes on",
    ]
    #expect(run(extend).status == .done)
    #expect(run(extend).status == .wrongUse)
  }
}
