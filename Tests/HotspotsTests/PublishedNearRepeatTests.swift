import FoundationEssentials
import Testing

@testable import Hotspots

@Suite(
  "Published near repeats: arson in Chicago, 2016",
  .enabled(
    if: NearRepeatFixture.published != nil,
    "the real files are absent: set HAMLET_TEST_DATA to the folder that holds near-repeat"))
struct PublishedNearRepeatTests {
  private struct Answer: Decodable {
    struct Row: Decodable {
      let observed: Int
      let ratio: Double?
      let notable: Bool
    }
    let events: Int
    let pairs: Int
    let samePlace: [Row]
    let near: [Row]
    var rows: [Row] { samePlace + near }
  }

  /// The calculator's bands, and beyond them all that is further.
  private static let bands = [
    "--distances", "0.001,200,400,600,1000000", "--days", "1,2,3,400", "--metric", "manhattan",
  ]

  /// A table of the calculator's output, row by row; what it left out is 0.
  private func published(_ title: String) throws -> [Double] {
    let folder = try #require(NearRepeatFixture.published)
    let file = URL(filePath: folder + "/chicago_arson_NRverbose_2019-09-23_145637.csv")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let start = try #require(lines.firstIndex { $0 == title })
    return lines[(start + 3)...].prefix(5).flatMap { line in
      line.split(separator: ",", omittingEmptySubsequences: false)[2..<6].map {
        Double("0" + $0) ?? .nan
      }
    }
  }

  private func answer(_ lines: [String]) throws -> Answer {
    let answer = try NearRepeatFixture.run(lines, Self.bands + ["--json"])
    #expect(answer.status == 0, "\(answer.messages)")
    return try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8))
  }

  private func lines() throws -> [String] {
    let folder = try #require(NearRepeatFixture.published)
    let file = URL(filePath: folder + "/chicago_arson.csv")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test("have the same counts where coordinates are kept as the calculator keeps them")
  func counts() throws {
    // It keeps them in 32 bits, so that 400 m are wrong by some centimetres.
    let single = try lines().map { line in
      let parts = line.split(separator: ",")
      let places = try parts.prefix(2).map { Double(try #require(Float($0))).description }
      return (places + [String(parts[2])]).joined(separator: ",")
    }
    let answer = try answer(single)
    #expect(answer.events == 522 && answer.pairs == 135_981)
    let observed = try published("Observed frequencies distribution")
    #expect(observed.reduce(0, +) == 135_981)
    #expect(answer.rows.map { Double($0.observed) } == observed)
    // Its ratios are over the mean of 99 shuffles: near ours where many pairs are expected.
    let ratios = try published("Observed over mean expected frequencies")
    for (row, ratio) in zip(answer.rows, ratios) where row.observed > 100 {
      #expect(abs((row.ratio ?? 0) - ratio) < 0.02)
    }
    #expect(answer.rows.indices.filter { answer.rows[$0].notable } == [1, 4, 8, 12])
  }

  @Test("have one pair in another band as the file has it: 399.96 m are not 400")
  func countsAsGiven() throws {
    let answer = try answer(try lines())
    let observed = try published("Observed frequencies distribution")
    let differences = zip(answer.rows, observed).map { Double($0.observed) - $1 }
    #expect(differences.enumerated().filter { $1 != 0 }.map(\.offset) == [11, 15])
    #expect(differences[11] == 1 && differences[15] == -1)
  }
}
