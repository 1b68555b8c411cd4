public import Database
public import Geography
public import Kernel

/// Events of one kind of record, for analysis: where, when, what.
///
/// Nobody is named.
/// A feature offers one for each kind of record it keeps, and its tables stay its own.
public struct EventSource: Sendable {
  /// Its key, such as `police-uk`.
  public let key: String
  /// Its name, such as "Recorded by the police".
  public let title: String
  /// How exactly it says where and when.
  public let precision: SourcePrecision
  /// The first and last month it has; `nil` where it has none.
  public let months: @Sendable (Read) throws -> ClosedRange<Month>?
  /// The kinds of events, in the source's words.
  public let categories: @Sendable (Read) throws -> [String]
  /// Hands over the events of a question that have a place, those of one place and month together.
  public let each: @Sendable (EventQuery, Read, (EventSpot) throws -> Void) throws -> Void
  /// What a question's answer leaves out.
  public let gaps: @Sendable (EventQuery, Read) throws -> EventGaps

  /// A source of events.
  public init(
    key: String, title: String, precision: SourcePrecision,
    months: @escaping @Sendable (Read) throws -> ClosedRange<Month>?,
    categories: @escaping @Sendable (Read) throws -> [String],
    each: @escaping @Sendable (EventQuery, Read, (EventSpot) throws -> Void) throws -> Void,
    gaps: @escaping @Sendable (EventQuery, Read) throws -> EventGaps
  ) {
    self.key = key
    self.title = title
    self.precision = precision
    self.months = months
    self.categories = categories
    self.each = each
    self.gaps = gaps
  }
}

/// Which events are wanted.
public struct EventQuery: Sendable, Hashable {
  /// The months, both included.
  public let months: ClosedRange<Month>
  /// A kind in the source's words; all where `nil`.
  public let category: String?

  /// The events of some months, of one kind or of all.
  public init(months: ClosedRange<Month>, category: String? = nil) {
    self.months = months
    self.category = category
  }
}

/// Events at one place in one month.
public struct EventSpot: Sendable, Hashable {
  /// Where.
  public let point: GridPoint
  /// When.
  public let month: Month
  /// How many, ≥ 1.
  public let count: Int

  /// Events at a place in a month.
  public init(point: GridPoint, month: Month, count: Int) {
    self.point = point
    self.month = month
    self.count = count
  }
}

/// What an answer leaves out.
public struct EventGaps: Sendable, Hashable {
  /// Events without a place.
  public let unlocated: Int
  /// Months of the question that the source does not have.
  public let missing: [Month]

  /// What an answer leaves out.
  public init(unlocated: Int, missing: [Month]) {
    self.unlocated = unlocated
    self.missing = missing
  }
}
