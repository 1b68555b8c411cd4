import FoundationEssentials
import Testing

@testable import Indicators

@Suite("Embedded tables")
struct ArchiveTests {
  static func fixture(_ name: String) throws -> String {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let data = try Data(contentsOf: URL(filePath: "/\(folder)/Golden/\(name)"))
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "are the transcribed files, byte for byte",
    arguments: [
      ("direction-of-travel-2018-19.csv", ArchiveTable.return2018),
      ("strategy-2008-11-indicators.csv", ArchiveTable.strategy2008),
      ("outturn-2005-08.csv", ArchiveTable.outturn2005),
    ])
  func same(name: String, embedded: String) throws {
    #expect(try Self.fixture(name) == embedded + "\n")
  }

  @Test("lose no row")
  func rows() {
    #expect(ReturnRow.all.count == 13)
    #expect(StrategyRow.all.count == 62)
    #expect(Archive.senses2008.count == 62)
    #expect(OutturnRow.all.count == 42)
    #expect(OutturnRow.all.reduce(0) { $0 + $1.parts.count } == 45)
  }

  @Test("give every change and state of 2018/19 as printed", arguments: ReturnRow.all)
  func printed(row: ReturnRow) throws {
    guard let previous = row.previous else {
      #expect(row.change.isEmpty)
      #expect(row.state == .green)
      return
    }
    let change = Change(
      value: row.value.ratio, previous: previous.ratio, isPercentage: row.isPercentage)
    let percent = try #require(change.percent)
    let decimals = row.change.split(separator: ".").last?.count ?? 0
    #expect(percent.rounded(to: decimals) == Figure(row.change))
  }
}
