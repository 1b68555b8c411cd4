import Database
import FoundationEssentials
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("Incidents of the demonstration", .database)
struct DemonstrationTests {
  private static let world = World(today: Day("2026-11-20") ?? Day(number: 20_777))

  @Test("are three years of the made-up force, imported as real ones are", arguments: Engine.tested)
  func threeYears(engine: Engine) throws {
    let house = try HouseFixture(engine)
    try Demonstration.make(Self.world, house.services)
    let months = try house.services.database.read { read in
      try CubeStore.rows(CountQuery(by: [.month, .force]), in: read)
    }
    #expect(months.count == 36)
    #expect(months.first?.values == ["2023-10", World.force])
    #expect(months.last?.values == ["2026-09", World.force])
    #expect(months.allSatisfy { (1_700...2_600).contains($0.count) })
    let asb = try #require(IncidentMeasures.all.first { $0.key == "incidents.asb" })
    let read = { (month: String) in
      try house.services.database.read { read in
        try asb.value(read, #require(Period(month)))?.numerator
      }
    }
    #expect(try read("2026-09") != nil)
    #expect(try read("2026-10") == nil)
    let left = Demonstration.folder(house.services.settings) + "/2026-10-thornmere-street.csv"
    try house.importFiles(left)
    #expect(try read("2026-10") != nil)
  }

  @Test("are the same each time they are made, and others from another seed")
  func seeded() throws {
    let month = try #require(Month("2026-01"))
    let file = try ThornmereMonths(Self.world).file(month)
    #expect(try file == ThornmereMonths(Self.world).file(month))
    #expect(try file != ThornmereMonths(World(today: Self.world.today, seed: 7)).file(month))
  }
}
