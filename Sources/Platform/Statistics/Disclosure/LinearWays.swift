/// Linked counts of any form: what a hidden count may be, by linear programming.
///
/// The changes of the hidden counts that keep every sum are combinations of a few basic ones, found
/// by elimination. How far a count can change is a linear programme over those, within the room of
/// each; it begins at no change, which always fits, and ends once the count has changed by 1. A change
/// that is none of whole counts is not taken, so that more may be hidden than need be, never less.
struct LinearWays: WaysOut {
  private let sums: [[LinkedCounts.Term]]
  private let sumsOf: [[Int]]

  init(_ counts: LinkedCounts) {
    sums = counts.sums
    var sumsOf = [[Int]](repeating: [], count: counts.values.count)
    for (sum, terms) in counts.sums.enumerated() {
      for term in terms { sumsOf[term.cell].append(sum) }
    }
    self.sumsOf = sumsOf
  }

  func way(for cell: Int, _ hidden: HiddenCounts) -> Set<Int>? {
    let cells = component(of: cell, hidden)
    let rooms = cells.map(hidden.room)
    guard let place = cells.firstIndex(of: cell), rooms[place] != .none else { return nil }
    let changes = basicChanges(cells)
    guard changes.contains(where: { !$0.isEmpty }) else { return nil }
    for sign in [1.0, -1] {
      var programme = Programme(changes, rooms, target: place, sign: sign)
      if let change = programme.reach(1), isWhole(change, rooms) {
        return Set(cells.indices.filter { abs(change[$0]) > 1e-7 }.map { cells[$0] })
      }
    }
    return nil
  }

  /// Whether a change, or a small multiple of it, is one of whole counts with room for each: in
  /// tables it always is, where sums cross in other ways it may not be.
  private func isWhole(_ change: [Double], _ rooms: [Room]) -> Bool {
    (1...4).contains { times in
      zip(change, rooms).allSatisfy { part, room in
        let many = part * Double(times)
        let isInside = many <= Double(room.up) + 1e-6 && -many <= Double(room.down) + 1e-6
        return isInside && abs(many - many.rounded()) < 1e-6
      }
    }
  }

  func completion(for cell: Int, _ hidden: HiddenCounts) -> [Int]? {
    var (trial, added) = (hidden, [Int]())
    while way(for: cell, trial) == nil {
      let near = component(of: cell, trial).flatMap { sumsOf[$0] }.flatMap { sums[$0] }.map(\.cell)
      let offered = Set(near).filter { trial.roomIfHidden($0) != nil }
      let values = trial.counts.values
      guard let least = offered.min(by: { (values[$0], $0) < (values[$1], $1) }) else { return nil }
      trial.reasons[least] = .protecting(cell)
      added.append(least)
    }
    return added
  }

  /// The hidden counts that share sums with a count, directly or through others; in order.
  private func component(of cell: Int, _ hidden: HiddenCounts) -> [Int] {
    var found = Set([cell])
    var waiting = [cell]
    while let next = waiting.popLast() {
      for term in sumsOf[next].flatMap({ sums[$0] })
      where !found.contains(term.cell) && hidden.room(term.cell) != .none {
        found.insert(term.cell)
        waiting.append(term.cell)
      }
    }
    return found.sorted()
  }

  /// A basis of the changes that keep every sum: a row for each count, a column for each change.
  private func basicChanges(_ cells: [Int]) -> [[Double]] {
    let places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var rows = Set(cells.flatMap { sumsOf[$0] }).sorted().map { sum in
      var row = [Double](repeating: 0, count: cells.count)
      for term in sums[sum] {
        if let place = places[term.cell] { row[place] += Double(term.sign) }
      }
      return row
    }
    var rowOf = [Int?](repeating: nil, count: cells.count)
    var rank = 0
    for column in cells.indices {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 })
      else { continue }
      rows.swapAt(rank, pivot)
      eliminate(&rows, row: rank, column: column)
      rowOf[column] = rank
      rank += 1
    }
    let free = cells.indices.filter { rowOf[$0] == nil }
    return cells.indices.map { place in
      free.map { change in
        rowOf[place].map { -rows[$0][change] } ?? (place == change ? 1 : 0)
      }
    }
  }
}

/// Divides a row by its entry in a column and clears the column in all others.
private func eliminate(_ rows: inout [[Double]], row: Int, column: Int) {
  let divisor = rows[row][column]
  rows[row] = rows[row].map { $0 / divisor }
  let pivot = rows[row]
  for other in rows.indices where other != row && abs(rows[other][column]) > 1e-12 {
    let factor = rows[other][column]
    for index in pivot.indices where pivot[index] != 0 {
      rows[other][index] -= factor * pivot[index]
    }
  }
}

/// Whether one count can change by so much, by the simplex method with Bland's rule.
private struct Programme {
  /// A row for each limit and last the objective; columns: changes up, changes down, slacks, limit.
  private var rows: [[Double]] = []
  private var basis: [Int] = []
  private let changes: [[Double]]
  private var objective: Int { rows.count - 1 }
  private var last: Int { rows[0].count - 1 }

  init(_ changes: [[Double]], _ rooms: [Room], target: Int, sign: Double) {
    self.changes = changes
    let count = changes.first?.count ?? 0
    var limits: [(row: [Double], limit: Double)] = []
    for (row, room) in zip(changes, rooms) {
      if room.up < .max { limits.append((row, Double(room.up))) }
      if room.down < .max { limits.append((row.map { -$0 }, Double(room.down))) }
    }
    for (index, one) in limits.enumerated() {
      var slacks = [Double](repeating: 0, count: limits.count)
      slacks[index] = 1
      rows.append(one.row + one.row.map { -$0 } + slacks + [one.limit])
      basis.append(2 * count + index)
    }
    let wanted = changes[target].map { -sign * $0 }
    rows.append(
      wanted + wanted.map { -$0 } + [Double](repeating: 0, count: limits.count + 1))
  }

  /// The changes of all counts when the objective reaches an amount; `nil` where it cannot.
  mutating func reach(_ amount: Double) -> [Double]? {
    while rows[objective][last] < amount - 1e-7 {
      guard let entering = (0..<last).first(where: { rows[objective][$0] < -1e-9 }) else {
        return nil
      }
      let ratios = basis.indices.filter { rows[$0][entering] > 1e-9 }
        .map { (row: $0, ratio: rows[$0][last] / rows[$0][entering]) }
      let least = ratios.map(\.ratio).min()
      guard let least else { return direction(entering) }
      let leaving = ratios.filter { $0.ratio <= least + 1e-12 }
        .min { basis[$0.row] < basis[$1.row] }
      guard let leaving else { return nil }
      eliminate(&rows, row: leaving.row, column: entering)
      basis[leaving.row] = entering
    }
    return total(of: amounts())
  }

  /// How much of each basic change there is: up less down.
  private func amounts() -> [Double] {
    let count = changes.first?.count ?? 0
    var amounts = [Double](repeating: 0, count: count)
    for (row, column) in basis.enumerated() where column < 2 * count {
      amounts[column % count] += column < count ? rows[row][last] : -rows[row][last]
    }
    return amounts
  }

  /// The changes along a column that nothing limits.
  private func direction(_ entering: Int) -> [Double] {
    let count = changes.first?.count ?? 0
    var amounts = amounts()
    if entering < 2 * count { amounts[entering % count] += entering < count ? 1 : -1 }
    for (row, column) in basis.enumerated() where column < 2 * count {
      amounts[column % count] -= (column < count ? 1 : -1) * rows[row][entering]
    }
    return total(of: amounts)
  }

  private func total(of amounts: [Double]) -> [Double] {
    changes.map { zip($0, amounts).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
