internal import Statistics

/// One dimension as it may be shown: no small count is in it or can be worked out from it.
///
/// Every power is a column of one table that goes through the pass once: what is shown of one gives
/// nothing away of another. Its totals, of each power and of all, are taken as known, since other tables
/// and indicators tell them. Where too little was made for that, all powers together are one column, and
/// none is shown by itself.
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
    let sources: [[EqualityFacts.Source?]] = groups.map { group in
      dimension.hasSource && group.key != EqualityDimension.unknown ? [.said, .perceived] : [nil]
    }
    let columns = Self.columns(found)
    let rows = zip(groups, sources).map { group, sources in
      sources.map { source in
        columns.map { powers in
          powers.reduce(0) {
            $0 + (found[EqualityCount.Key(group: group.key, source: source, power: $1)] ?? 0)
          }
        }
      }
    }
    let cells = EqualityCells(rows, column: power.map { one in columns.firstIndex { $0 == [one] } })
    isWithheld = cells.isWithheld
    whole = cells.whole
    source = base?.source
    let total = (counts: Self.within(base, groups.map(\.key), whole, cells), people: base?.all)
    lines = groups.enumerated().map { index, group in
      let count = cells.group(index)
      let people = base?.people[group.key]
      return Line(
        key: group.key, title: group.title, count: count,
        said: sources[index].count == 2 ? cells.row(0, of: index) : nil,
        perceived: sources[index].count == 2 ? cells.row(1, of: index) : nil, people: people,
        rate: EqualityRate(count, over: people, of: total))
    }
  }

  /// The columns: each power of which enough was made by itself, and the rest together, which is not
  /// shown.
  private static func columns(_ found: [EqualityCount.Key: Int]) -> [[Power]] {
    var made: [Power: Int] = [:]
    for (key, count) in found { made[key.power, default: 0] += count }
    let shown = Power.personal.filter { made[$0, default: 0] >= EqualityRate.fewest }
    return shown.map { [$0] } + [Power.personal.filter { !shown.contains($0) }]
  }

  /// The orders against those whose group has people in the base; `nil` where that would tell of a
  /// hidden count.
  private static func within(
    _ base: EqualityBase?, _ groups: [String], _ whole: Int?, _ cells: EqualityCells
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
