extension Suppression {
  /// The cells of a map as they may be drawn: those with small counts are left blank, and others
  /// where the total would give one away.
  ///
  /// A blank cell is drawn unlike an empty one. A density drawn from the events themselves is no way
  /// round: a hill of one event is a person.
  ///
  /// - Parameters:
  ///   - cells: the count of each, ≥ 0.
  ///   - hasTotal: whether the number of events on the map is published anywhere.
  /// - Returns: the counts, and the total; `nil` where hidden.
  public func blanked(_ cells: [Int], hasTotal: Bool) -> ControlledTable? {
    CountTable([cells], totals: hasTotal ? [.rows] : []).map { applied(to: $0) }
  }

  /// The cells of a map joined to their neighbours until none has a small count.
  ///
  /// The area with the fewest events, if few, is joined to that neighbour which then has the fewest,
  /// until no area has a small count; an area without events is taken in only where it is the only
  /// way on. What stays small with no neighbour left is blank. Ties go to the lower cell.
  ///
  /// - Parameters:
  ///   - cells: the count of each, ≥ 0.
  ///   - neighbours: the cells that touch each; what is outside the map is left aside.
  /// - Returns: the areas that the cells were joined into.
  /// - Complexity: O(small cells × cells × neighbours).
  public func merged(_ cells: [Int], neighbours: [[Int]]) -> MergedCells {
    var areas = Areas(cells, neighbours)
    while let area = areas.least(within: hidden), let other = areas.neighbour(of: area) {
      areas.join(area, other)
    }
    return MergedCells(areas: areas.numbered, counts: areas.counts, hiding: hidden)
  }
}

/// A map whose cells with small counts are joined to others.
public struct MergedCells: Sendable, Equatable {
  /// The area of each cell: the number of its lowest cell.
  public let areas: [Int]
  /// The count of each cell's area; `nil` where it stayed small.
  public let counts: [Int?]
  /// The cells that were joined to others or left blank, for the record that stays inside.
  public let log: [Int]

  init(areas: [Int], counts: [Int], hiding small: ClosedRange<Int>) {
    self.areas = areas
    self.counts = areas.map { small.contains(counts[$0]) ? nil : counts[$0] }
    let sizes = areas.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    log = areas.indices.filter { sizes[areas[$0]] != 1 || small.contains(counts[areas[$0]]) }
  }
}

/// Areas that grow together.
private struct Areas {
  private(set) var numbered: [Int]
  /// The count of each area, at the number of its lowest cell.
  private(set) var counts: [Int]
  private let neighbours: [[Int]]
  private var stuck: Set<Int> = []

  init(_ cells: [Int], _ neighbours: [[Int]]) {
    numbered = Array(cells.indices)
    counts = cells
    self.neighbours = neighbours
  }

  /// The area with the fewest events of a small count that has a neighbour.
  mutating func least(within small: ClosedRange<Int>) -> Int? {
    while let least = numbered.indices.filter({
      numbered[$0] == $0 && small.contains(counts[$0]) && !stuck.contains($0)
    }).min(by: { (counts[$0], $0) < (counts[$1], $1) }) {
      if neighbour(of: least) != nil { return least }
      stuck.insert(least)
    }
    return nil
  }

  /// The neighbouring area with the fewest events but some, or else one without any.
  func neighbour(of area: Int) -> Int? {
    let cells = numbered.indices.filter { numbered[$0] == area && neighbours.indices.contains($0) }
    let near = Set(
      cells.flatMap { neighbours[$0] }.filter(numbered.indices.contains).map { numbered[$0] })
    return near.subtracting([area]).min {
      (counts[$0] == 0 ? 1 : 0, counts[$0], $0) < (counts[$1] == 0 ? 1 : 0, counts[$1], $1)
    }
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (low, high) = (min(one, other), max(one, other))
    counts[low] += counts[high]
    counts[high] = 0
    for cell in numbered.indices where numbered[cell] == high { numbered[cell] = low }
  }
}
