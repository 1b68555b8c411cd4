extension Suppression {
  /// Counts as they may be published, none that is small to be worked out.
  ///
  /// Small counts are hidden. Then, for each, the cheapest set of others is hidden that lets it take
  /// another value with every published sum still right: cheapest by the sum of the counts lost.
  /// In the end every count hidden to protect, the largest first, is shown again if the small ones
  /// stay safe without.
  ///
  /// A small count is safe if two values of it fit all that is published, even for a reader who
  /// knows the rule and which counts are the small ones: those lie in the small range, the others
  /// above it. One who also did the choosing over again for every table that fits could know more.
  /// Zeros are shown.
  ///
  /// Counts that are each in at most two sums, as in a table with its totals and with one hierarchy,
  /// are a network, and cheapest is exact for each small count (not for all together). For others
  /// the safety is exact and the choice is the cheapest count next to those hidden, one by one.
  ///
  /// - Complexity: for a network O(small counts × counts), and O(sums² + counts) for each that others
  ///   must be hidden for; else a linear programme for each
  ///   small count, meant for a few hundred hidden counts.
  /// - Note: Cox 1995, *Network models for complementary cell suppression*,
  ///   doi:10.1080/01621459.1995.10476651.
  public func applied(to counts: LinkedCounts) -> ControlledCounts {
    var pass = Pass(counts, hiding: hidden)
    pass.protect()
    pass.showWhatNeedNotBeHidden()
    return pass.result
  }
}

/// What a count may change by and still fit what is known of it.
struct Room: Sendable, Equatable {
  var down: Int
  var up: Int

  static let none = Room(down: 0, up: 0)
}

/// What is hidden so far, seen by one who looks for what can be worked out.
struct HiddenCounts {
  let counts: LinkedCounts
  let small: ClosedRange<Int>
  var reasons: [ControlledCounts.Reason?]

  /// How far a count may lie from its value; no way where it is shown.
  func room(_ cell: Int) -> Room {
    let value = counts.values[cell]
    guard counts.standings[cell] != .unpublished else { return Room(down: value, up: .max) }
    return switch reasons[cell] {
    case .none: .none
    case .small where small.count > 1:
      Room(down: value - small.lowerBound, up: small.upperBound - value)
    case .small: Room(down: value - small.lowerBound, up: .max)
    case .protecting: Room(down: value - small.upperBound - 1, up: .max)
    }
  }

  /// How far it might if it were hidden too; `nil` where it cannot be.
  func roomIfHidden(_ cell: Int) -> Room? {
    let value = counts.values[cell]
    guard counts.standings[cell] == .published, reasons[cell] == nil, value > small.upperBound
    else { return nil }
    return Room(down: value - small.upperBound - 1, up: .max)
  }
}

/// Finds how a hidden count could take another value.
protocol WaysOut {
  /// The hidden counts that change with a count in one way out; `nil` where it can be worked out.
  func way(for cell: Int, _ hidden: HiddenCounts) -> Set<Int>?

  /// Counts to hide so that there is a way; `nil` where nothing helps.
  func completion(for cell: Int, _ hidden: HiddenCounts) -> [Int]?
}

private struct Pass {
  private let counts: LinkedCounts
  private let sensitive: [Int]
  private let isSensitive: [Bool]
  private let finder: any WaysOut
  private var hidden: HiddenCounts
  /// The counts that change on a way out, for each sensitive count that has one.
  private var ways: [Int: Set<Int>] = [:]

  init(_ counts: LinkedCounts, hiding small: ClosedRange<Int>) {
    self.counts = counts
    let cells = counts.values.indices
    sensitive = cells.filter {
      small.contains(counts.values[$0]) && counts.standings[$0] != .alreadyPublished
    }
    var isSensitive = [Bool](repeating: false, count: cells.count)
    for cell in sensitive { isSensitive[cell] = true }
    self.isSensitive = isSensitive
    var reasons = [ControlledCounts.Reason?](repeating: nil, count: cells.count)
    for cell in sensitive where counts.standings[cell] == .published { reasons[cell] = .small }
    hidden = HiddenCounts(counts: counts, small: small, reasons: reasons)
    finder = Circulation(counts) ?? LinearWays(counts)
  }

  mutating func protect() {
    for cell in sensitive where ways[cell] == nil {
      if let way = finder.way(for: cell, hidden) {
        note(way, for: cell)
      } else if let more = finder.completion(for: cell, hidden) {
        for other in more { hidden.reasons[other] = .protecting(cell) }
        if let way = finder.way(for: cell, hidden) { note(way, for: cell) }
      }
    }
  }

  /// Keeps a way out, which is one for every other small count that changes on it too.
  private mutating func note(_ way: Set<Int>, for cell: Int) {
    let all = way.union([cell])
    for other in all where isSensitive[other] && ways[other] == nil { ways[other] = all }
  }

  mutating func showWhatNeedNotBeHidden() {
    let protecting = counts.values.indices.filter {
      if case .protecting = hidden.reasons[$0] { true } else { false }
    }
    for cell in protecting.sorted(by: { counts.values[$0] > counts.values[$1] }) {
      let reason = hidden.reasons[cell]
      hidden.reasons[cell] = nil
      if let others = waysWithout(cell) {
        ways.merge(others) { $1 }
      } else {
        hidden.reasons[cell] = reason
      }
    }
  }

  /// Other ways out for the small counts whose way needs a count; `nil` where one has no other.
  private func waysWithout(_ cell: Int) -> [Int: Set<Int>]? {
    var others: [Int: Set<Int>] = [:]
    for small in sensitive where ways[small]?.contains(cell) == true {
      guard let way = finder.way(for: small, hidden) else { return nil }
      others[small] = way
    }
    return others
  }

  var result: ControlledCounts {
    let cells = counts.values.indices
    return ControlledCounts(
      shown: cells.map {
        hidden.reasons[$0] == nil && counts.standings[$0] != .unpublished ? counts.values[$0] : nil
      },
      log: cells.compactMap { cell in
        hidden.reasons[cell].map { ControlledCounts.Hidden(cell: cell, reason: $0) }
      },
      revealed: sensitive.filter { ways[$0] == nil })
  }
}
