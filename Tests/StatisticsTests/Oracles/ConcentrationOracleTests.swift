import Testing

@testable import Statistics

@Suite("Oracle: concentration (g_concentration.json)")
struct ConcentrationOracleTests {
  private struct File: Decodable {
    let counts: [Int]
    let result: Expected
    let sparseCounts: [Int]
    let sparseResult: Expected
    private enum CodingKeys: String, CodingKey {
      case counts, result
      case sparseCounts = "sparse_counts"
      case sparseResult = "sparse_result"
    }
  }

  private struct Expected: Decodable {
    let n: Int
    let total: Int
    let gini: Double
    let sparseGini: Double
    let nonzero: Int
    let giniOfNonzero: Double
    let shareInTop: [String: Double]
    /// Cells that hold so many per cent.
    let cells: [Double: Int]
    let lorenz: [Double]
    private enum CodingKeys: String, CodingKey {
      case n, total, gini, nonzero
      case sparseGini = "gini_bernasco_steenbeek"
      case giniOfNonzero = "gini_nonzero_only"
      case shareInTop = "share_in_top_pct_interpolated"
      case lorenz = "lorenz_y_every_5pct_cells_ascending"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      n = try values.decode(Int.self, forKey: .n)
      total = try values.decode(Int.self, forKey: .total)
      gini = try values.decode(Double.self, forKey: .gini)
      sparseGini = try values.decode(Double.self, forKey: .sparseGini)
      nonzero = try values.decode(Int.self, forKey: .nonzero)
      giniOfNonzero = try values.decode(Double.self, forKey: .giniOfNonzero)
      shareInTop = try values.decode([String: Double].self, forKey: .shareInTop)
      lorenz = try values.decode([Double].self, forKey: .lorenz)
      let all = try decoder.container(keyedBy: OracleKey.self)
      var found: [Double: Int] = [:]
      for key in all.allKeys where key.stringValue.hasPrefix("cells_for_") {
        let percent = Double(key.stringValue.filter(\.isNumber))
        found[try #require(percent)] = try all.decode(Int.self, forKey: key)
      }
      cells = found
    }
  }

  @Test("gives every figure of the file, for many events and for few", arguments: [false, true])
  func figures(isSparse: Bool) throws {
    let file: File = try Oracles.read("g_concentration.json")
    let expected = isSparse ? file.sparseResult : file.result
    let found = try #require(Concentration(isSparse ? file.sparseCounts : file.counts))
    #expect(found.places == expected.n && found.events == expected.total)
    #expect(found.occupied == expected.nonzero)
    #expect(isClose(found.gini, expected.gini))
    #expect(isClose(found.sparseGini, expected.sparseGini))
    #expect(isClose(found.giniOfOccupied, expected.giniOfNonzero))
    #expect(!expected.shareInTop.isEmpty && !expected.cells.isEmpty && !expected.lorenz.isEmpty)
    for (percent, share) in expected.shareInTop {
      let top = try #require(Double(percent)) / 100
      #expect(isClose(found.shareOfEvents(inTop: top), share), "top \(percent) %")
    }
    for (percent, cells) in expected.cells {
      #expect(found.places(holding: percent / 100) == cells, "\(percent) %")
    }
    for (step, y) in expected.lorenz.enumerated() {
      let x = Double(step) / Double(expected.lorenz.count - 1)
      #expect(isClose(found.lorenz(x), y), "step \(step)")
    }
  }
}
