import Database
import FeatureKit
import Kernel
import Partnership
import TestKit
import Testing

@testable import Incidents

/// Of February 2024 two files of one force tell two counts: it began to record in another system.
@Suite("A month of which two files tell otherwise", .database)
struct RecordingBreakTests {
  private static func mapping(_ template: String) throws -> Mapping {
    var mapping = try #require(MappingTemplate.all.first { $0.key == template }).mapping
    (mapping.key, mapping.title) = (template, template)
    return mapping
  }

  private static func table(_ area: String, _ months: [String], _ counts: [Int]) -> [String] {
    [
      "MajorText,MinorText,\(area),\(months.joined(separator: ","))",
      "THEFT,Other theft,Thornmere,\(counts.map(String.init).joined(separator: ","))",
    ]
  }

  /// What each part of February 2024 counts, with its source: `mps-wards current 2874`.
  private func february(_ fixture: ExtractFixture) throws -> [String] {
    try fixture.database.read { read in
      try read.all(
        """
        SELECT m.key, p.state, CAST(SUM(t.count) AS BIGINT) FROM incident_part p \
        JOIN incident_mapping m ON m.id = p.mapping \
        JOIN incident_tally t ON t.part = p.id \
        WHERE p.month = '2024-02' AND t.division = 0 AND t.scale = \(PartTally.Scale.month.rawValue) \
        GROUP BY p.id, m.key, p.state ORDER BY p.id
        """
      ) { row in "\(try row.text()) \(try row.text()) \(try row.int())" }
    }
  }

  @Test("is kept twice where the files are of two sources", arguments: Engine.tested)
  func two(engine: Engine) throws {
    let fixture = try ExtractFixture(engine, Self.mapping("mps-boroughs"))
    let wards = try fixture.save(Self.mapping("mps-wards"))
    try fixture.importFiles(
      fixture.write(
        "historical.csv", Self.table("BoroughName", ["202401", "202402"], [2_900, 2_881])))
    try fixture.importFiles(
      fixture.write("recent.csv", Self.table("WardCode", ["202402", "202403"], [2_874, 2_950])),
      by: wards)
    #expect(try february(fixture) == ["mps-boroughs current 2881", "mps-wards current 2874"])
  }

  @Test("keeps the older beside the newer of one source, which counts", arguments: Engine.tested)
  func one(engine: Engine) throws {
    let fixture = try ExtractFixture(engine, Self.mapping("mps-boroughs"))
    for (name, count) in [("historical.csv", 2_881), ("recent.csv", 2_874)] {
      try fixture.importFiles(
        fixture.write(name, Self.table("BoroughName", ["202402"], [count])))
    }
    #expect(
      try february(fixture) == ["mps-boroughs superseded 2881", "mps-boroughs current 2874"])
  }

  @Test(
    "breaks the series of sources whose records are that force’s, and of no others",
    arguments: [RecordingBreak.metropolitan, ""])
  func series(force: String) throws {
    var mapping = try Self.mapping("mps-boroughs")
    #expect(mapping.force == RecordingBreak.metropolitan)
    mapping.force = force
    let fixture = try ExtractFixture(.sqlite, mapping)
    try fixture.importFiles(
      fixture.write(
        "all.csv",
        Self.table(
          "BoroughName", ["202312", "202401", "202402", "202403"], [2_900, 2_910, 2_874, 2_950])))
    let words = try #require(
      try fixture.house.visit(
        "incidents", "counts", query: [("source", "mps-boroughs"), ("by", "month")])
    ).words
    let isBroken = !force.isEmpty
    #expect(words.contains("from February 2024 the force began to record crime") == isBroken)
    let quality = try fixture.database.read { read in
      try SourceQuality.quality(of: fixture.saved, in: read)
    }
    let february = try #require(Month("2024-02"))
    #expect((quality.line(february)?.bar != nil) == isBroken)
    #expect(
      TrendBasis.weigh(
        2_874, in: february, 2_910, in: february.adding(months: -1), [quality]
      ).isTold != isBroken)
  }
}

extension TrendBasis {
  fileprivate var isTold: Bool { if case .told = self { true } else { false } }
}
