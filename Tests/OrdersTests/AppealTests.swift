import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("The last day of an appeal, and the tests that were met", .database)
struct AppealTests {
  /// Power, what it is written down with, and the last day with its section; `nil` where none is told.
  static let last: [(Power, [String: String], String?)] = [
    (.publicSpaces, area, "31 December 2026 (section 66(3))"),
    (.expeditedPublicSpaces, area, "31 December 2026 (section 66(3))"),
    (
      .closureOrder,
      RegisterTests.said.merging(RegisterTests.day("starts", "2026-11-20")) { $1 }
        .merging(RegisterTests.day("ends", "2027-02-19")) { $1 }
        .merging(["court": "Magistrates"]) { $1 }, "10 December 2026 (section 84(5))"
    ),
    // What a tenant could ask was asked of the landlord, before the court made its order.
    (.possession, RegisterTests.injunction, nil), (.injunction, RegisterTests.injunction, nil),
  ]

  private static let area = RegisterTests.said
    .merging(RegisterTests.day("starts", "2026-11-20")) { $1 }
    .merging(RegisterTests.day("ends", "2027-05-19")) { $1 }
    .merging(["rights": "Protest is not restricted", "consultees": "Police, residents"]) { $1 }

  @Test("is told from the day it was made, where there is one", arguments: last)
  func day(power: Power, fields: [String: String], last: String?) throws {
    let fixture = try OrdersFixture()
    let page = try #require(
      try fixture.visit(try RegisterTests.add(fixture, power, fields))
    ).words
    guard let last else { return #expect(!page.contains("Appeal or challenge until")) }
    #expect(page.contains("Appeal or challenge until \(last)"))
  }

  @Test(
    "of a notice is the 21st day, that of service counted, to the minute (section 46(2))",
    arguments: [
      ("2026-11-19", "23:59", "9 December 2026"), ("2026-11-20", "00:00", "10 December 2026"),
    ])
  func notice(day: String, time: String, last: String) throws {
    let fixture = try OrdersFixture()
    let warning = try RegisterTests.add(fixture, .protectionWarning, RegisterTests.warning)
    let fields = RegisterTests.warning
      .merging(RegisterTests.day("starts", "2026-11-19")) { $1 }
      .merging(RegisterTests.day("served", day)) { $1 }
      .merging(["served-time": time, "warning": String(warning.split(separator: "/")[1])]) { $1 }
    let page = try #require(
      try fixture.visit(try RegisterTests.add(fixture, .protectionNotice, fields))
    ).words
    #expect(page.contains("Appeal or challenge until \(last) (section 46(2))"), "\(page)")
  }

  @Test(
    "of an order of an area is the 42nd day, that of its making counted (section 66(3))",
    arguments: [("2026-11-19", "30 December 2026"), ("2026-11-20", "31 December 2026")])
  func orderOfArea(day: String, last: String) throws {
    for power in [Power.publicSpaces, .expeditedPublicSpaces] {
      let fixture = try OrdersFixture()
      let fields = Self.area.merging(RegisterTests.day("starts", day)) { $1 }
        .merging(RegisterTests.day("ends", "2027-03-31")) { $1 }
      let page = try #require(
        try fixture.visit(try RegisterTests.add(fixture, power, fields))
      ).words
      #expect(page.contains("Appeal or challenge until \(last) (section 66(3))"), "\(page)")
    }
  }

  @Test("asks an expedited order how rights were weighed (section 72A(1))")
  func rights() throws {
    let fixture = try OrdersFixture()
    let fields = Self.area.merging(["rights": "", "consultees": ""]) { $1 }
    let response = try #require(
      try fixture.visit(
        "/orders/new/expedited-public-spaces",
        form: RegisterTests.pairs(.expeditedPublicSpaces, fields)))
    #expect(response.status == 422)
    #expect(response.words.contains("was weighed (section 72A(1))"))
    // Consultation follows the making of it (section 72B(1)).
    #expect(!response.words.contains("Enter who was consulted"))
  }

  @Test("shows the parts of an earlier wording that a record names")
  func earlier() {
    let met = Power.expeditedPublicSpaces.tests(met: ["first-condition", "second-condition"])
    #expect(met.map(\.section) == ["section 59A", "section 59A"])
    #expect(Power.publicSpaces.tests(met: ["first-condition"]).map(\.section) == ["section 59(2)"])
    #expect(
      Power.expeditedPublicSpaces.tests(met: ["protest"]).map(\.section) == ["section 59A(3)"])
  }
}
