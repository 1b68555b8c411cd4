import FeatureKit
import Database
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

@Suite("The quality of a month")
struct QualityRuleTests {
  private static let first = Month(index: 2022 * 12)

  /// Months of a force with these numbers of rows, `nil` for one that is not there.
  private func quality(
    _ stored: [Int?], force: String = "Test Police", from first: Month = first,
    districts: [MonthQuality.District] = []
  ) -> ForceQuality {
    let facts = stored.enumerated().compactMap { index, count in
      count.map {
        MonthQuality(
          force: force, month: first.adding(months: index), stored: $0, unlocated: 0, repeated: 0,
          disagreements: 0, identical: 0, unnamed: 0, districts: districts)
      }
    }
    return ForceQuality(force, facts)
  }

  @Test("bars a trend where it is missing between two that are there")
  func missing() {
    let found = quality([90, nil, 100])
    #expect(found.months.map { $0.bar } == [nil, .missing, nil])
  }

  @Test(
    "is far from usual under two thirds and over one and a half times the median",
    arguments: [
      (66, true), (67, false), (100, false), (150, false), (151, true), (0, true),
    ])
  func far(count: Int, isFar: Bool) {
    let found = quality([100, 100, 100, count, 100, 100, 100])
    let bar = isFar ? QualityFinding.farFromUsual(count: count, usual: 100) : nil
    #expect(found.months[3].bar == bar)
  }

  @Test("says nothing of what is usual with fewer than six months around it")
  func few() {
    #expect(quality([100, 100, 1, 100, 100, 100]).months.allSatisfy { $0.findings.isEmpty })
    #expect(quality([100, 100, 1, 100, 100, 100, 100]).months[2].bar != nil)
  }

  @Test("bars a trend in the month from which the force records otherwise, and in no other")
  func recording() throws {
    let force = "Metropolitan Police Service"
    let found = quality([9, 9, 9], force: force, from: Month(index: 2024 * 12))
    #expect(found.months.map { $0.bar == nil } == [true, false, true])
    #expect(quality([9, 9, 9], from: Month(index: 2024 * 12)).months.allSatisfy { $0.bar == nil })
  }

  @Test(
    "takes for the force's what stands before the steepest step down",
    arguments: [
      ([400, 80, 16, 1], 3), ([400, 80, 17, 3], 3), ([400, 100, 30, 10], 4), ([400], 1), ([], 0),
      ([900, 90, 10], 1), ([800, 100, 100], 3), ([624, 198, 173, 37, 8, 1], 5),
    ])
  func districts(counts: [Int], inside: Int) {
    let districts = counts.enumerated().map { index, count in
      MonthQuality.District(name: "District \(index)", count: count)
    }
    let found = quality([1000], districts: districts)
    let outside = Array(districts.dropFirst(inside))
    let count = outside.reduce(0) { $0 + $1.count }
    #expect(
      found.months[0].findings
        == (outside.isEmpty ? [] : [.outside(count, of: 1000, districts: outside.map(\.name))]))
  }

  @Test(
    "tells codes of another edition from three in a hundred on, and which edition fits better",
    arguments: [(2, false), (3, true), (100, true)])
  func codes(strange: Int, isTold: Bool) {
    let latest = CodeFit(edition: 2021, inside: 100, strange: strange)
    let older = CodeFit(edition: 2011, inside: 100, strange: 0)
    let facts = MonthQuality(
      force: "Test Police", month: Self.first, stored: 100, unlocated: 0, repeated: 0,
      disagreements: 0, identical: 0, unnamed: 0, districts: [], fits: [latest, older])
    let expected = isTold ? [QualityFinding.otherCodes(latest, better: older)] : []
    #expect(ForceQuality("Test Police", [facts]).months[0].findings == expected)
  }

  @Test("says nothing of codes where no boundaries reach")
  func noBoundaries() {
    let facts = MonthQuality(
      force: "Test Police", month: Self.first, stored: 100, unlocated: 0, repeated: 0,
      disagreements: 0, identical: 0, unnamed: 0, districts: [],
      fits: [CodeFit(edition: 2021, inside: 0, strange: 0)])
    #expect(ForceQuality("Test Police", [facts]).months[0].findings.isEmpty)
  }

  @Test("names three districts and counts the rest")
  func naming() {
    #expect(
      QualityFinding.outside(20, of: 80, districts: ["A", "B", "C", "D"]).words
        == "20 rows (25.0%) lie in A, B, C and 1 more, hardly the force's")
  }

  @Test(
    "is read with care over one flawed row in twenty",
    arguments: [(50, QualityFinding.Weight.note), (51, .care)])
  func care(count: Int, weight: QualityFinding.Weight) {
    let findings: [QualityFinding] = [
      .unlocated(count, of: 1000), .identical(count, of: 1000), .unnamed(count, of: 1000),
      .outside(count, of: 1000, districts: ["Luton"]),
    ]
    for finding in findings { #expect(finding.weight == weight) }
  }
}

@Suite("A trend")
struct TrendBasisTests {
  private static let now = Month(index: 2024 * 12 + 2)
  private static let yearBefore = now.adding(months: -12)

  private func force(_ name: String = "Test Police", odd: Int? = nil) -> ForceQuality {
    ForceQuality(
      name,
      (0..<15).map { index in
        MonthQuality(
          force: name, month: Self.yearBefore.adding(months: index),
          stored: index == odd ? 10 : 100, unlocated: 0, repeated: 0, disagreements: 0,
          identical: 0, unnamed: 0, districts: [])
      })
  }

  private func words(_ count: Int, _ before: Int?, _ forces: [ForceQuality]) -> String {
    TrendBasis.weigh(count, in: Self.now, before, in: Self.yearBefore, forces).words
  }

  @Test(
    "is refused by place where over one row in ten names none, and not of the whole force",
    arguments: [(10, true, true), (11, true, false), (11, false, true)])
  func coverage(unlocated: Int, byPlace: Bool, isTold: Bool) {
    let months = [Self.yearBefore, Self.now].map { month in
      MonthQuality(
        force: "Test Police", month: month, stored: 100, unlocated: unlocated, repeated: 0,
        disagreements: 0, identical: 0, unnamed: 0, districts: [])
    }
    let basis = TrendBasis.weigh(
      60, in: Self.now, 40, in: Self.yearBefore, [ForceQuality("Test Police", months)],
      byPlace: byPlace)
    #expect(
      basis.words.hasPrefix(isTold ? "Up 20" : "Too many rows of"), "\(basis.words)")
  }

  @Test(
    "is told from twenty incidents on, and whether it could be chance",
    arguments: [
      (9, 10, "Too few to tell"), (10, 10, "As many"), (12, 10, "Up 2, could be chance"),
      (40, 80, "Down 40"), (180, 80, "Up 100"),
    ])
  func told(now: Int, before: Int, words: String) {
    #expect(self.words(now, before, [force()]) == words)
  }

  @Test("is refused where the months do not bear one, with the reason")
  func refused() {
    #expect(words(90, nil, [force()]) == "March 2023 is not imported")
    #expect(
      words(90, 90, [force(odd: 0)]) == "March 2023 of Test Police is far from its usual size")
    #expect(
      words(90, 90, [force(odd: 12)]) == "March 2024 of Test Police is far from its usual size")
    #expect(words(90, 90, [force(odd: 5)]) == "As many")
    #expect(
      words(90, 90, [force("Metropolitan Police Service")])
        == "Metropolitan Police Service records otherwise from February 2024")
    #expect(
      words(90, 90, [force(), ForceQuality("Other", [])])
        == "March 2024 of Other is not imported")
  }
}

@Suite("The quality of what was imported", .database)
struct QualityStoreTests {
  @Test("is counted when the rows are stored, and by those stored before", arguments: Engine.tested)
  func counted(engine: Engine) throws {
    let house = try HouseFixture(engine)
    let asb = StreetCSV.row(type: "Anti-social behaviour", outcome: "")
    let other = StreetCSV.row(
      street: "On or near ", name: "Luton 001A", type: "Anti-social behaviour", outcome: "")
    let rows =
      StreetCSV.rows(40) + [asb, asb, asb, other, StreetCSV.row(id: StreetCSV.id(0))]
      + [StreetCSV.row(longitude: "", latitude: "", street: "No Location", lsoa: "", name: "")]
    try house.importFiles(
      house.write("2023-01-test-street.csv", rows: rows),
      house.write("2023-03-test-street.csv", rows: StreetCSV.rows(5, from: 50, month: "2023-03")))
    let month = try #require(Month("2023-01"))
    let expected = MonthQuality(
      force: "Test Police", month: month, stored: 45, unlocated: 1, repeated: 1,
      disagreements: 0, identical: 2, unnamed: 1,
      districts: [.init(name: "Testford", count: 43), .init(name: "Luton", count: 1)])
    func quality() throws -> ForceQuality {
      try house.services.database.read { try QualityStore.quality(of: "Test Police", in: $0) }
    }
    #expect(try quality().months[0].facts == expected)
    #expect(try quality().months.map { $0.bar == nil } == [true, false, true])
    // What a database of an earlier version lacks is counted by the migration's own statements.
    try house.services.database.write { write in
      try write.run("DELETE FROM incident_quality")
      try write.run("DELETE FROM incident_district")
      try write.run(QualityCounting.facts(of: "s.state <> 'loading'"))
      try write.run(QualityCounting.districts(of: "s.state <> 'loading'"))
    }
    #expect(try quality().months[0].facts == expected)
  }

  @Test("is shown month by month with what it does to analysis", arguments: Engine.tested)
  func page(engine: Engine) throws {
    let house = try HouseFixture(engine)
    #expect(
      try #require(try house.visit("incidents", "quality")).words
        .contains("No files have been imported yet."))
    let asb = StreetCSV.row(type: "Anti-social behaviour", outcome: "")
    try house.importFiles(
      house.write("2023-01-test-street.csv", rows: StreetCSV.rows(4) + [asb, asb]),
      house.write("2023-03-test-street.csv", rows: StreetCSV.rows(5, from: 50, month: "2023-03")))
    let words = try #require(try house.visit("incidents", "quality", as: .councillor)).words
    #expect(words.contains("1 month of 3 bears no trend"))
    #expect(words.contains("March 2023 Bears one 5 0 0 0 0 0"))
    #expect(words.contains("February 2023 Month missing Not imported"))
    #expect(words.contains("January 2023 With care 6 0 0 1 0 0"))
    #expect(words.contains("Identical rows They may be one incident sent twice or two"))
    #expect(throws: IncidentProblem.notFound) {
      try house.visit("incidents", "quality", query: [("force", "Nobody")])
    }
    try house.importFiles(
      house.write("2023-02-test-street.csv", rows: StreetCSV.rows(5, from: 99, month: "2023-02")))
    let filled = try #require(try house.visit("incidents", "quality", as: .councillor)).words
    #expect(filled.contains("Every month of 3 bears a trend, 1 with care"))
  }

  @Test("is read by force and month, and never from the incidents", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let fixture = try ImportFixture(engine)
    let month = Month(index: 2023 * 12)
    let plan = try QueryPlan.of(
      QualityStore.monthsQuery("Test Police", month...month), fixture.database)
    #expect(!plan.readsAll(of: "incident_quality"), "\(plan)")
  }
}
