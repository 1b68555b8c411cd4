internal import Statistics

/// One dimension as it may be shown: no small count is in it or can be worked out from it.
///
/// Every power is a column of one table that goes through the pass once, with its totals: what is
/// shown of one power gives nothing away of another.
struct EqualityTable: Sendable {
  struct Line: Sendable {
    let key: String
    let title: String
    /// `nil` where it is hidden.
    let count: Int?
    /// Of them by how the group is known; `nil` where hidden, or not told apart.
    let said: Int?
    let perceived: Int?
    let people: Int?
    let rate: EqualityRate
  }

  let dimension: EqualityDimension
  let lines: [Line]
  /// `nil` where it is hidden.
  let whole: Int?
  /// Where the people are counted; `nil` where no base is held.
  let source: String?
  /// A small count could be worked out all the same: nothing of it is shown.
  let isWithheld: Bool

  init(
    _ dimension: EqualityDimension, _ count: EqualityCount, of power: Power?,
    titles: [(key: String, title: String)], base: EqualityBase?
  ) {
    self.dimension = dimension
    let found = count.counts[dimension] ?? [:]
    let groups = Self.groups(dimension, titles, found)
    let powers = Power.personal.filter { one in found.keys.contains { $0.power == one } }
    let sources: [[EqualityFacts.Source?]] = groups.map { group in
      dimension.hasSource && group.key != EqualityDimension.unknown ? [.said, .perceived] : [nil]
    }
    let rows = zip(groups, sources).flatMap { group, sources in
      sources.map { source in
        powers.map { power in
          found[EqualityCount.Key(group: group.key, source: source, power: power)] ?? 0
        }
      }
    }
    var numbers: [[Int]] = []
    for one in sources {
      let next = numbers.joined().count
      numbers.append(Array(next..<(next + one.count)))
    }
    let column = power.map { powers.firstIndex(of: $0) ?? -1 }
    let table = CountTable(rows, groups: dimension.hasSource ? numbers : [])
    let shown = table.map { Suppression().applied(to: $0) }
    isWithheld = !(shown?.revealed.isEmpty ?? true)
    let cells = Cells(
      shown: isWithheld ? nil : shown, column: column, hasGroups: dimension.hasSource)
    whole = cells.whole
    source = base?.source
    let total = (counts: Self.within(base, groups.map(\.key), whole, cells), people: base?.all)
    lines = groups.enumerated().map { index, group in
      let count = cells.group(index)
      let people = base?.people[group.key]
      let rows = numbers[index]
      return Line(
        key: group.key, title: group.title, count: count,
        said: rows.count == 2 ? cells.row(rows[0]) : nil,
        perceived: rows.count == 2 ? cells.row(rows[1]) : nil, people: people,
        rate: EqualityRate(count, over: people, of: total))
    }
  }

  /// The orders against those whose group has people in the base; `nil` where that would tell of a
  /// hidden count.
  private static func within(
    _ base: EqualityBase?, _ groups: [String], _ whole: Int?, _ cells: Cells
  ) -> Int? {
    guard let base, var within = whole else { return nil }
    for (index, group) in groups.enumerated() where base.people[group] == nil {
      guard let outside = cells.group(index) else { return nil }
      within -= outside
    }
    return within
  }

  /// Every group there is, those without a title by their key, and last those not known.
  private static func groups(
    _ dimension: EqualityDimension, _ titles: [(key: String, title: String)],
    _ found: [EqualityCount.Key: Int]
  ) -> [(key: String, title: String)] {
    let known = Set(titles.map(\.key) + [EqualityDimension.unknown])
    let others = Set(found.keys.map(\.group)).subtracting(known).sorted()
    return titles + others.map { ($0, "Ward \($0), of an earlier edition") }
      + [(EqualityDimension.unknown, "Not recorded")]
  }
}

/// The counts of one power, or of all, in a table that went through the pass.
private struct Cells {
  let shown: ControlledTable?
  /// The column of the power; `nil` for all, less than 0 where nothing was made of it.
  let column: Int?
  let hasGroups: Bool

  var whole: Int? { at(.grandTotal) { .columnTotal($0) } }

  func row(_ row: Int) -> Int? { at(.rowTotal(row)) { .cell(row: row, column: $0) } }

  func group(_ group: Int) -> Int? {
    hasGroups ? at(.groupTotal(group)) { .group(group, column: $0) } : row(group)
  }

  private func at(
    _ total: CountTable.Place, _ cell: (Int) -> CountTable.Place
  ) -> Int? {
    guard let shown else { return nil }
    guard let column else { return shown[total] }
    return column < 0 ? 0 : shown[cell(column)]
  }
}
