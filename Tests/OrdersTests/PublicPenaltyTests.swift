import Access
import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("The highest fixed penalty as the public is told it", .database)
struct PublicPenaltyTests {
  @Test(
    "is that of today's law, whatever was law when the order was made (section 68(6))",
    arguments: Engine.tested)
  func today(engine: Engine) throws {
    for (from, told, other) in [("20", "£500", "£100"), ("21", "£100", "£500")] {
      let fixture = try OrdersFixture(engine)
      for power in [Power.publicSpaces, .expeditedPublicSpaces] {
        let fields = RegisterTests.said.merging(RegisterTests.day("starts", "2026-11-01")) { $1 }
          .merging(RegisterTests.day("ends", "2027-04-30")) { $1 }
          .merging(["rights": "Protest is not restricted", "consultees": "Police"]) { $1 }
        try RegisterTests.add(fixture, power, fields)
      }
      let dated = [
        ("act", "date"), ("version", "1"), ("from-day", from), ("from-month", "11"),
        ("from-year", "2026"),
      ]
      for set in ["cpa-2026-penalties", "cpa-2026-expedited-penalties"] {
        let path = "/orders/law/\(set)"
        #expect(try fixture.status(path, as: .administrator, form: dated) == 303)
      }
      let visit = PublicVisit(
        request: Request(.get, path: ["public-spaces"]), now: OrdersFixture.now, frame: .sample,
        services: fixture.services)
      let page = try #require(try PublicSpaces.answer(visit)).words
      let lines = page.split(separator: "Highest fixed penalty \(told)").count - 1
      #expect(lines == 2 && !page.contains("Highest fixed penalty \(other)"), "\(page)")
    }
  }
}
