import Partnership
import Testing

@testable import Application

@Suite("What the program’s records count")
struct MeasureUnitTests {
  private static let units = [
    "incidents.asb": "ASB incident", "incidents.burglary": "burglary offence",
  ]

  @Test("each measure names its unit, and never that of another count")
  func units() {
    let measures = features.flatMap(\.measures)
    #expect(Set(measures.map(\.key)).count == measures.count)
    for measure in measures {
      #expect(!measure.unit.isEmpty && measure.unit.count <= 60, "\(measure.key)")
      #expect(!["record", "number", "count", "item"].contains(measure.unit), "\(measure.key)")
      if let unit = Self.units[measure.key] { #expect(measure.unit == unit) }
    }
  }

  @Test(
    "no records of the police’s files go on with calls, robberies or knife crime",
    arguments: ["call", "incident", "offence", "robbery", "victim", "person charged", "arrest"])
  func provisional(unit: String) {
    let provisional = features.flatMap(\.measures).filter(\.provisional)
    #expect(!provisional.isEmpty)
    #expect(provisional.allSatisfy { $0.unit != unit })
  }
}
