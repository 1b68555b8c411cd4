/// Counts and which of them add up to which others, over one table or several.
///
/// Whoever reads all that is published knows these sums too, and may take one count from another.
/// A table with totals is made by ``CountTable``; tables that share cells, or areas that lie in one
/// another, are put together here.
///
/// For example, the count of an area and that of a part of it let anybody work out the rest:
///
///     var counts = LinkedCounts()
///     let part = counts.add(41)
///     let rest = counts.add(3, .unpublished)
///     let area = counts.addSum(of: [part, rest])
public struct LinkedCounts: Sendable, Equatable {
  /// Whether a count is to be published.
  public enum Standing: Sendable, Hashable, CaseIterable {
    /// To be published, unless it must be hidden.
    case published
    /// Published before; it cannot be hidden any more.
    case alreadyPublished
    /// Not to be published, but to be kept from being worked out.
    case unpublished
  }

  /// A count in a sum, with +1 for a part and −1 for the total.
  struct Term: Sendable, Equatable {
    let cell: Int
    let sign: Int
  }

  /// The counts in the order they were added.
  public private(set) var values: [Int] = []
  /// Whether each is to be published.
  public private(set) var standings: [Standing] = []
  /// The sums: the signed counts of each add up to 0.
  private(set) var sums: [[Term]] = []

  /// No counts yet.
  public init() {}

  /// Adds a count ≥ 0 and gives its number, from 0.
  public mutating func add(_ value: Int, _ standing: Standing = .published) -> Int {
    values.append(value)
    standings.append(standing)
    return values.count - 1
  }

  /// Adds the sum of counts as one more, and gives its number.
  public mutating func addSum(of parts: [Int], _ standing: Standing = .published) -> Int {
    let total = add(parts.reduce(0) { $0 + values[$1] }, standing)
    sums.append(parts.map { Term(cell: $0, sign: 1) } + [Term(cell: total, sign: -1)])
    return total
  }

  /// Says that a count is the sum of others.
  ///
  /// - Parameters:
  ///   - total: the number of the count.
  ///   - parts: those of the counts that make it up.
  /// - Returns: `false`, and nothing is taken down, where they do not add up to it.
  public mutating func link(_ total: Int, to parts: [Int]) -> Bool {
    guard parts.reduce(0, { $0 + values[$1] }) == values[total] else { return false }
    sums.append(parts.map { Term(cell: $0, sign: 1) } + [Term(cell: total, sign: -1)])
    return true
  }
}

/// Counts of which some are hidden.
public struct ControlledCounts: Sendable, Equatable {
  /// Why a count is hidden; not for publication.
  public enum Reason: Sendable, Hashable {
    /// It is small.
    case small
    /// A small one, whose number this is, could be worked out from it.
    case protecting(Int)
  }

  /// One hidden count.
  public struct Hidden: Sendable, Hashable {
    /// Its number.
    public let cell: Int
    /// Why.
    public let reason: Reason
  }

  /// The counts as they may be shown; `nil` where hidden or not to be published.
  public let shown: [Int?]
  /// What was hidden and why, for the record that stays inside.
  public let log: [Hidden]
  /// Small counts that can be worked out all the same, as what gives them away was published before
  /// or nothing else is left to hide: the table must not be published.
  public let revealed: [Int]
}
