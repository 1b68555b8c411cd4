import Testing

@testable import Statistics

@Suite("Suppression of a table")
struct CountTableTests {
  @Test("refuses rows of unequal length, counts under 0 and groups that leave a row out")
  func edges() {
    #expect(CountTable([[1, 2], [3]]) == nil)
    #expect(CountTable([[1, -2]]) == nil)
    #expect(CountTable([[1], [2]], groups: [[0]]) == nil)
    #expect(CountTable([[1], [2]], groups: [[0, 1], [1]]) == nil)
  }

  @Test("changes nothing where nothing is small")
  func nothing() throws {
    for counts in [[], [[]], [[0]], [[7, 0], [0, 12]]] as [[[Int]]] {
      let table = try #require(CountTable(counts))
      let found = Suppression().applied(to: table)
      #expect(found.rows == counts.map { $0.map(Optional.some) } && found.log.isEmpty)
      #expect(found.revealed.isEmpty && found.grandTotal == counts.joined().reduce(0, +))
    }
  }

  @Test("hides a second count in the row and the column, those that cost least")
  func secondary() throws {
    let table = try #require(CountTable([[3, 20, 30], [40, 12, 60], [70, 80, 15]]))
    let found = Suppression().applied(to: table)
    #expect(found.rows == [[nil, nil, 30], [nil, nil, 60], [70, 80, 15]])
    #expect(found.rowTotals == [53, 112, 165] && found.columnTotals == [113, 112, 105])
    #expect(found.grandTotal == 330 && found.revealed.isEmpty)
    let first = CountTable.Place.cell(row: 0, column: 0)
    #expect(found.log.first == .init(place: first, reason: .small))
    #expect(found.log.dropFirst().allSatisfy { $0.reason == .protecting(first) })
    #expect(found.log.count == 4)
  }

  @Test("hides no more than the small counts where no total is published")
  func withoutTotals() throws {
    let table = try #require(CountTable([[3, 20], [40, 12]], totals: []))
    #expect(Suppression().applied(to: table).rows == [[nil, 20], [40, 12]])
  }

  @Test("sees a count that several sums together give away, though none alone does")
  func chained() throws {
    // Each row and column of the hidden ones has two, yet the first would be told: rows one and
    // two less columns two and three leave it alone.
    let counts = [[3, 2, 4, 90], [50, 3, 2, 90], [2, 60, 70, 3], [80, 90, 70, 2]]
    let table = try #require(CountTable(counts))
    let found = Suppression().applied(to: table)
    #expect(found.revealed.isEmpty)
    expectSafe(table, found)
  }

  @Test(
    "leaves no small count that can be worked out, by whatever totals are shown",
    arguments: [
      Set(CountTable.Total.allCases), [.rows], [.columns, .grand], [.grand], [.rows, .columns],
    ] as [Set<CountTable.Total>])
  func safe(_ totals: Set<CountTable.Total>) throws {
    var generator = TestGenerator(state: 11)
    for size in [(1, 1), (1, 4), (2, 2), (2, 3), (3, 3), (3, 4)] {
      for _ in 0..<15 {
        let counts = (0..<size.0).map { _ in
          (0..<size.1).map { _ in Int(generator.next() >> 40) % 9 }
        }
        let table = try #require(CountTable(counts, totals: totals))
        let found = Suppression().applied(to: table)
        #expect(found.rows.joined().allSatisfy { !(1...4).contains($0 ?? 0) })
        #expect(found.revealed.isEmpty, "\(counts)")
        expectSafe(table, found)
      }
    }
  }

  @Test("of grouped rows keeps what the difference of group and rows would tell")
  func grouped() throws {
    // The second group is one row: its row and that of the group are the same counts.
    let counts = [[3, 50], [40, 60], [2, 80], [30, 20]]
    let table = try #require(CountTable(counts, groups: [[0, 1], [2], [3]]))
    let found = Suppression().applied(to: table)
    #expect(found[.cell(row: 2, column: 0)] == nil && found[.group(1, column: 0)] == nil)
    #expect(found[.cell(row: 0, column: 0)] == nil && found[.cell(row: 1, column: 0)] == nil)
    #expect(found.revealed.isEmpty)
    expectSafe(table, found)
  }

  @Test("takes the range that the owner of the data asks for", arguments: [1...1, 1...2, 1...9])
  func threshold(_ small: ClosedRange<Int>) throws {
    let table = try #require(CountTable([[1, 9, 30], [10, 2, 40], [25, 35, 45]]))
    let found = Suppression(hiding: small).applied(to: table)
    #expect(found.rows.joined().allSatisfy { !small.contains($0 ?? 0) })
    #expect(found.revealed.isEmpty && found.log.contains { $0.reason == .small })
    #expect(found.grandTotal == 197)
  }

  @Test("gives the same table however often it is done")
  func same() throws {
    let counts = (0..<8).map { row in (0..<6).map { ($0 * 7 + row * 5) % 13 } }
    let table = try #require(CountTable(counts))
    #expect(Suppression().applied(to: table) == Suppression().applied(to: table))
  }

  /// Two values of each small count must fit, each hidden count staying small or over that: tried
  /// by changing each small one by 1 either way and looking for any table that fits.
  private func expectSafe(_ table: CountTable, _ found: ControlledTable) {
    let (counts, places) = table.linked
    let hidden = counts.values.indices.filter { found[places[$0]] == nil }
    for cell in hidden where (1...4).contains(counts.values[cell]) {
      var search = Search(counts, hidden: hidden, fixed: cell)
      let isSafe = search.findsAnother()
      #expect(isSafe, "\(table.counts) \(places[cell])")
    }
  }
}

/// A search by hand for other values of hidden counts.
private struct Search {
  private let counts: LinkedCounts
  private var change: [Int: Int] = [:]
  private let hidden: [Int]
  private let first: Int
  private var steps = 0

  init(_ counts: LinkedCounts, hidden: [Int], fixed first: Int) {
    self.counts = counts
    self.hidden = hidden
    self.first = first
  }

  mutating func findsAnother() -> Bool {
    for step in [1, -1] where fits(first, step) {
      change = [first: step]
      if repair() { return true }
    }
    return false
  }

  private func fits(_ cell: Int, _ step: Int) -> Bool {
    let (value, other) = (counts.values[cell], counts.values[cell] + step)
    return (1...4).contains(value) ? (1...4).contains(other) : other > 4
  }

  /// Mends the first sum that is off, by 1 in any hidden count not changed yet; goes back where
  /// that leads nowhere.
  private mutating func repair() -> Bool {
    steps += 1
    guard steps < 200_000 else { return false }
    let broken = counts.sums.first { sum in
      sum.reduce(0) { $0 + $1.sign * (change[$1.cell] ?? 0) } != 0
    }
    guard let broken else { return true }
    let off = broken.reduce(0) { $0 + $1.sign * (change[$1.cell] ?? 0) }
    for term in broken where change[term.cell] == nil && hidden.contains(term.cell) {
      let step = off > 0 ? -term.sign : term.sign
      guard fits(term.cell, step) else { continue }
      change[term.cell] = step
      if repair() { return true }
      change[term.cell] = nil
    }
    return false
  }
}

@Suite("Suppression of linked counts")
struct LinkedCountsTests {
  @Test("keeps the rest of an area from being worked out from the area and a part")
  func difference() {
    var counts = LinkedCounts()
    let part = counts.add(41)
    let rest = counts.add(3, .unpublished)
    let area = counts.addSum(of: [part, rest])
    let found = Suppression().applied(to: counts)
    #expect(found.shown == [nil, nil, 44])
    #expect(found.log == [.init(cell: part, reason: .protecting(rest))])
    #expect(found.revealed.isEmpty && counts.values[area] == 44)
  }

  @Test("says what cannot be kept back as it was published before")
  func published() {
    var counts = LinkedCounts()
    let part = counts.add(41, .alreadyPublished)
    let rest = counts.add(3)
    _ = counts.addSum(of: [part, rest], .alreadyPublished)
    #expect(Suppression().applied(to: counts).revealed == [rest])
  }

  @Test("takes down no sum that is not right")
  func wrong() {
    var counts = LinkedCounts()
    let cells = [counts.add(2), counts.add(3), counts.add(6)]
    let isWrongTaken = counts.link(cells[2], to: [cells[0], cells[1]])
    let isRightTaken = counts.link(cells[2], to: [cells[0], cells[0], cells[0]])
    #expect(!isWrongTaken && isRightTaken)
    #expect(counts.sums.count == 1)
  }

  @Test("finds the same small counts safe by network and by linear programming")
  func alike() throws {
    var generator = TestGenerator(state: 3)
    for _ in 0..<60 {
      let values = (0..<4).map { _ in (0..<4).map { _ in Int(generator.next() >> 40) % 12 } }
      let counts = try #require(CountTable(values)).linked.counts
      let network = try #require(Circulation(counts))
      let linear = LinearWays(counts)
      let reasons = counts.values.map { value -> ControlledCounts.Reason? in
        (1...4).contains(value) ? .small : value % 3 == 2 ? .protecting(0) : nil
      }
      let hidden = HiddenCounts(counts: counts, small: 1...4, reasons: reasons)
      for cell in counts.values.indices where reasons[cell] == .small {
        #expect(
          (network.way(for: cell, hidden) == nil) == (linear.way(for: cell, hidden) == nil),
          "\(values) \(cell)")
      }
    }
  }

  @Test("in more than two sums each are kept safe too")
  func linked() {
    // Two tables over the same six counts: by pairs and by threes, and by alternate ones.
    var counts = LinkedCounts()
    let cells = [3, 12, 20, 7, 2, 31].map { counts.add($0) }
    let pairs = stride(from: 0, to: 6, by: 2).map { counts.addSum(of: [cells[$0], cells[$0 + 1]]) }
    _ = counts.addSum(of: Array(cells[0..<3]))
    _ = counts.addSum(of: Array(cells[3..<6]))
    _ = counts.addSum(of: [cells[0], cells[2], cells[4]])
    _ = counts.addSum(of: pairs)
    #expect(Circulation(counts) == nil)
    let found = Suppression().applied(to: counts)
    #expect(found.revealed.isEmpty)
    #expect(found.shown[cells[0]] == nil && found.shown[cells[4]] == nil)
    #expect(found.shown.contains { $0 != nil })
  }

  @Test("whose sums cross in any way are kept safe, found by trying all tables near by")
  func crossing() {
    var generator = TestGenerator(state: 8)
    for _ in 0..<25 {
      var counts = LinkedCounts()
      let cells = (0..<5).map { _ in counts.add(Int(generator.next() >> 40) % 11) }
      for _ in 0..<4 {
        let parts = cells.filter { _ in generator.next() >> 63 == 1 }
        if parts.count > 1 { _ = counts.addSum(of: parts) }
      }
      let found = Suppression().applied(to: counts)
      #expect(found.revealed.isEmpty)
      let hidden = found.log.map(\.cell)
      for cell in hidden where (1...4).contains(counts.values[cell]) {
        let isSafe = hasOther(counts, hidden, cell, [:])
        #expect(isSafe, "\(counts.values) \(counts.sums) \(cell)")
      }
    }
  }

  /// Whether changes of the hidden counts, each by 12 at most, keep every sum and change a cell.
  private func hasOther(
    _ counts: LinkedCounts, _ hidden: [Int], _ cell: Int, _ change: [Int: Int]
  ) -> Bool {
    let isOff = counts.sums.contains { sum in
      sum.allSatisfy { change[$0.cell] != nil || !hidden.contains($0.cell) }
        && sum.reduce(0) { $0 + $1.sign * (change[$1.cell] ?? 0) } != 0
    }
    guard !isOff else { return false }
    guard let next = hidden.first(where: { change[$0] == nil }) else { return change[cell] != 0 }
    let value = counts.values[next]
    return (-12...12).contains { step in
      let isSmall = (1...4).contains(value + step)
      guard (1...4).contains(value) ? isSmall : value + step > 4 else { return false }
      return hasOther(counts, hidden, cell, change.merging([next: step]) { $1 })
    }
  }
}

@Suite("Rounding")
struct RoundingTests {
  @Test(
    "is to the nearest multiple, halves up",
    arguments: [(0, 0), (1, 0), (2, 0), (3, 5), (5, 5), (7, 5), (8, 10), (1002, 1000)])
  func five(_ count: Int, _ rounded: Int) { #expect(Rounding().applied(to: count) == rounded) }

  @Test("to ten takes five up, and to one changes nothing")
  func others() {
    #expect(Rounding(base: 10).applied(to: [4, 5, 14, 15]) == [0, 10, 10, 20])
    #expect(Rounding(base: 1).applied(to: [3, 4]) == [3, 4])
    #expect(Rounding(base: 0).base == 1)
  }

  @Test("takes each total by itself")
  func table() throws {
    let table = try #require(CountTable([[2, 2], [2, 3]]))
    let rounded = Rounding().applied(to: table)
    #expect(rounded[.cell(row: 0, column: 0)] == 0 && rounded[.rowTotal(0)] == 5)
    #expect(rounded[.columnTotal(0)] == 5 && rounded[.grandTotal] == 10)
  }
}

@Suite("Suppression of a map")
struct MapSuppressionTests {
  /// The cells that touch each in a row of cells.
  private func row(_ count: Int) -> [[Int]] {
    (0..<count).map { cell in [cell - 1, cell + 1].filter { (0..<count).contains($0) } }
  }

  @Test("blanks small cells, and one more where the total would tell")
  func blanked() throws {
    let cells = [0, 3, 40, 7, 0]
    let without = try #require(Suppression().blanked(cells, hasTotal: false))
    #expect(without.rows == [[0, nil, 40, 7, 0]])
    let with = try #require(Suppression().blanked(cells, hasTotal: true))
    #expect(with.rows == [[0, nil, 40, nil, 0]] && with.rowTotals == [50])
    #expect(Suppression().blanked([-1], hasTotal: true) == nil)
  }

  @Test("joins small cells to their neighbours until none is small")
  func merged() {
    let found = Suppression().merged([2, 1, 30, 0, 4, 0, 9], neighbours: row(7))
    #expect(found.areas == [0, 0, 0, 0, 0, 5, 6])
    #expect(found.counts == [37, 37, 37, 37, 37, 0, 9])
    #expect(found.log == [0, 1, 2, 3, 4])
  }

  @Test("leaves blank what stays small with no neighbour left")
  func alone() {
    #expect(Suppression().merged([2, 0, 1], neighbours: row(3)).counts == [nil, nil, nil])
    #expect(Suppression().merged([3, 9], neighbours: [[], []]).counts == [nil, 9])
    #expect(Suppression().merged([], neighbours: []).counts == [])
  }

  @Test("keeps every event, and shows no small count, on any map")
  func random() {
    var generator = TestGenerator(state: 21)
    for _ in 0..<30 {
      let cells = (0..<40).map { _ in max(0, Int(generator.next() >> 40) % 12 - 5) }
      let found = Suppression().merged(cells, neighbours: row(40))
      #expect(!found.counts.contains { (1...4).contains($0 ?? 0) })
      let kept = Set(found.areas).reduce(0) { $0 + (found.counts[$1] ?? 0) }
      #expect(kept == cells.reduce(0, +) || kept == 0)
    }
  }
}
