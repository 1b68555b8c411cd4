import Access
import Commands
import Database
import FeatureKit
import Foundation
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Orders

@Suite("The counts kept of who receives orders", .database)
struct EqualityTallyTests {
  private static let table: StaticString = "orders_equality_tally"

  /// Those counted; kept for the next who asks, as a page does.
  private static func women(_ fixture: OrdersFixture) throws -> Int {
    let services = fixture.services
    let (tally, years) = (
      EqualityTally(keyring: services.keyring), EqualityYears(overOn: OrdersFixture.today)
    )
    let (count, isKept) = try services.database.read { read in
      try tally.counts(of: years, read)
    }
    if !isKept { try services.database.write { write in try tally.keep(years, in: write) } }
    return count.counts[.sex, default: [:]].filter { $0.key.group == "female" }.values.reduce(0, +)
  }

  private static func kept(_ fixture: OrdersFixture) throws -> [UInt8]? {
    try fixture.services.database.read { read in
      try read.first(
        "SELECT content FROM orders_equality_tally WHERE last_year = 2025"
      ) { row in try row.optionalBytes() } ?? nil
    }
  }

  @Test("answer without an order being opened", arguments: Engine.tested)
  func once(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    try EqualityTests.add(10, EqualityTests.female, to: fixture)
    #expect(try Self.women(fixture) == 10)
    try fixture.services.database.write { write in
      try write.run("UPDATE orders_order SET equality = \([UInt8](repeating: 0, count: 60))")
    }
    #expect(try Self.women(fixture) == 10)
  }

  @Test("are kept by the page, or the command, that had to take them")
  func asked() throws {
    for isShell in [false, true] {
      let fixture = try OrdersFixture()
      try EqualityTests.add(10, EqualityTests.female, to: fixture)
      #expect(try Self.kept(fixture) == nil)
      if isShell {
        #expect(
          fixture.services.shell(EqualityCommands.all, ["orders", "equality"]).status == .done)
      } else {
        #expect(try fixture.status("/orders/equality", as: .manager) == 200)
      }
      #expect(try Self.kept(fixture) != nil)
    }
  }

  @Test(
    "are taken anew when an order of those years is made or described", arguments: Engine.tested)
  func again(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    try EqualityTests.add(10, EqualityTests.female, to: fixture)
    #expect(try Self.women(fixture) == 10)
    try EqualityTests.add(1, EqualityTests.female, on: "2023-04-01", to: fixture)
    try EqualityTests.add(1, EqualityTests.female, on: "2026-03-31", to: fixture)
    #expect(try Self.women(fixture) == 12)
    try fixture.services.database.write { write in
      let services = fixture.services
      let order = try #require(try OrderStore(services).find(ID(1), write))
      try EqualityStore(keyring: services.keyring).describe(EqualityFacts(), order, in: write)
    }
    #expect(try Self.women(fixture) == 11)
  }

  @Test(
    "stay when an order of other years is made", arguments: ["2023-03-31", "2026-04-01"])
  func others(day: String) throws {
    let fixture = try OrdersFixture()
    try EqualityTests.add(10, EqualityTests.female, to: fixture)
    _ = try Self.women(fixture)
    let before = try #require(try Self.kept(fixture))
    try EqualityTests.add(1, EqualityTests.female, on: day, to: fixture)
    #expect(try Self.kept(fixture) == before)
  }

  @Test(
    "are of the three years a day is in",
    arguments: [
      ("2023-03-31", "2020/21 to 2022/23"), ("2023-04-01", "2023/24 to 2025/26"),
      ("2026-03-31", "2023/24 to 2025/26"), ("2026-04-01", "2026/27 to 2028/29"),
    ])
  func years(day: String, words: String) throws {
    #expect(EqualityYears(of: try #require(Day(day))).words == words)
  }

  @Test("are taken once what somebody is writing down is there", arguments: Engine.tested)
  func meanwhile(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    try EqualityTests.add(10, EqualityTests.female, to: fixture)
    let (written, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      try? fixture.services.database.write { write in
        try EqualityTests.add(EqualityTests.female, to: fixture, in: write)
        written.signal()
        usleep(200_000)
      }
      done.signal()
    }
    written.wait()
    #expect(try Self.women(fixture) == 10, "not yet written")
    done.wait()
    #expect(try Self.kept(fixture) != nil && Self.women(fixture) == 11)
  }

  @Test("are sealed, and sealed anew after a rotation", arguments: Engine.tested)
  func sealed(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    try EqualityTests.add(10, EqualityTests.female, to: fixture)
    _ = try Self.women(fixture)
    let before = try #require(try Self.kept(fixture))
    #expect(!String(decoding: before, as: UTF8.self).contains("female"))
    try fixture.services.database.write { write in try EqualityTally.forgetAll(in: write) }
    #expect(try Self.kept(fixture) == nil)
    #expect(try Self.women(fixture) == 10)
    #expect(try Self.kept(fixture) != before)
  }

  @Test("of groups there were once are taken anew")
  func groups() throws {
    let fixture = try OrdersFixture()
    try EqualityTests.add(10, EqualityTests.female, to: fixture)
    let earlier = #"{"groups":[["10-20","21+"],[],[],[]],"count":{"counts":[]}}"#
    let sealed = fixture.services.keyring.seal(
      Sensitive(earlier), table: Self.table, row: ID<EqualityCount>(2025), column: "content")
    try fixture.services.database.write { write in
      try write.run("UPDATE orders_equality_tally SET content = \(sealed)")
    }
    #expect(try Self.women(fixture) == 10)
  }
}
