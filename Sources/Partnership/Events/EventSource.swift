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
  /// Its kinds that are no crimes, of a source that tells crimes too: the two are never added up; none
  /// where all its kinds are of one sort.
  public let notCrimes: Set<String>
  /// The first and last month it has; `nil` where it has none.
  public let months: @Sendable (Read) throws -> ClosedRange<Month>?
  /// The last day it covers, a month's last day for a source of months; `nil` where it has none.
  ///
  /// It says how old the source is: what is older than two weeks leads no weekly pack.
  public let lastDay: @Sendable (Read) throws -> Day?
  /// The kinds of events, in the source's words.
  public let categories: @Sendable (Read) throws -> [String]
  /// Hands over the events of a question that have a place; those alike in all an ``EventSpot``
  /// says come together.
  public let each: @Sendable (EventQuery, Read, (EventSpot) throws -> Void) throws -> Void
  /// The single events of a search, the latest first; whoever shows them notes who read them.
  public let records: @Sendable (EventSearch, Read) throws -> [EventRecord]
  /// What a question's answer leaves out.
  public let gaps: @Sendable (EventQuery, Read) throws -> EventGaps
  /// When it began to record otherwise, the earliest first: counts on the two sides of such a day do
  /// not compare.
  public let breaks: @Sendable (Read) throws -> [EventBreak]

  /// A source of events; give `lastDay` where it knows more than its last month.
  public init(
    key: String, title: String, precision: SourcePrecision, notCrimes: Set<String> = [],
    months: @escaping @Sendable (Read) throws -> ClosedRange<Month>?,
    lastDay: (@Sendable (Read) throws -> Day?)? = nil,
    categories: @escaping @Sendable (Read) throws -> [String],
    each: @escaping @Sendable (EventQuery, Read, (EventSpot) throws -> Void) throws -> Void,
    records: @escaping @Sendable (EventSearch, Read) throws -> [EventRecord] = { _, _ in [] },
    gaps: @escaping @Sendable (EventQuery, Read) throws -> EventGaps,
    breaks: @escaping @Sendable (Read) throws -> [EventBreak] = { _ in [] }
  ) {
    self.key = key
    self.title = title
    self.precision = precision
    self.notCrimes = notCrimes
    self.months = months
    self.lastDay =
      lastDay ?? { read in try months(read)?.upperBound.lastDay }
    self.categories = categories
    self.each = each
    self.records = records
    self.gaps = gaps
    self.breaks = breaks
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

/// Events of one kind at one place and time.
public struct EventSpot: Sendable, Hashable {
  /// Where.
  public let point: GridPoint
  /// Their kind, in the source's words.
  public let category: String
  /// In which month.
  public let month: Month
  /// From when to when it may have happened: the same moment twice where it is known to the minute,
  /// where only the day is, from its first midnight to the next, which is the end and no part of it;
  /// `nil` where the source gives months.
  public let span: ClosedRange<Instant>?
  /// How many, ≥ 1.
  public let count: Int

  /// Events of a kind at a place and time.
  public init(
    point: GridPoint, category: String, month: Month, span: ClosedRange<Instant>? = nil, count: Int
  ) {
    self.point = point
    self.category = category
    self.month = month
    self.span = span
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

/// A day from which a source records otherwise than before.
public struct EventBreak: Sendable, Hashable {
  /// The first day of the new way.
  public let day: Day
  /// What changed, in words that follow "since then".
  public let change: String

  /// A change on a day.
  public init(_ day: Day, _ change: String) {
    self.day = day
    self.change = change
  }
}
