import Testing

@testable import Statistics

@Suite("Suppression")
struct SuppressionTests {
  @Test(
    "hides small counts and what would give them away",
    arguments: [
      ([12, 3, 40], [nil, nil, 40], 55),
      ([2, 3, 40], [nil, nil, 40], 45),
      ([0, 12, 40], [0, 12, 40], 52),
      ([1, 1, 40, 9], [nil, nil, 40, nil], 51),
      ([4, 4, 40, 9], [nil, nil, 40, nil], 57),
      ([3, 0], [nil, 0], nil),
      ([4, 4], [nil, nil], nil),
      ([5, 5, 4], [nil, nil, nil], 14),
      ([], [], 0),
      ([0, 0], [0, 0], 0),
    ] as [([Int], [Int?], Int?)])
  func table(_ counts: [Int], _ rows: [Int?], _ total: Int?) {
    let table = Suppression().applied(to: counts)
    #expect(table.rows == rows)
    #expect(table.total == total)
    #expect(table.log.count == rows.filter { $0 == nil }.count + (total == nil ? 1 : 0))
  }

  @Test("says why each was hidden")
  func log() {
    #expect(
      Suppression().applied(to: [12, 3, 40]).log == [
        .init(row: 0, reason: .protecting), .init(row: 1, reason: .small),
      ])
  }

  @Test("hides the range the owner of the data asks for")
  func threshold() {
    #expect(Suppression(hiding: 1...9).applied(to: [9, 10, 50]).rows == [nil, nil, 50])
  }

  @Test("never shows a count of one to four, nor a sum that tells one")
  func exhaustive() {
    for a in 0...6 {
      for b in 0...6 {
        for c in 0...6 {
          let counts = [a, b, c]
          let table = Suppression().applied(to: counts)
          #expect(table.rows.allSatisfy { !(1...4).contains($0 ?? 0) })
          guard let total = table.total, table.rows.contains(nil) else { continue }
          let alike = candidates(table, total)
          for row in 0..<3 where table.rows[row] == nil {
            #expect(Set(alike.map { $0[row] }).count > 1, "\(counts), row \(row)")
          }
        }
      }
    }
  }

  /// Every table of positive counts that would be published alike.
  private func candidates(_ shown: SuppressedTable, _ total: Int) -> [[Int]] {
    var found: [[Int]] = []
    for a in 0...total {
      for b in 0...total - a {
        let counts = [a, b, total - a - b]
        let table = Suppression().applied(to: counts)
        if table.rows == shown.rows, table.total == total { found.append(counts) }
      }
    }
    return found
  }
}
