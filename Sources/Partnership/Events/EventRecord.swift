public import Geography
public import Kernel

/// Which single events are wanted.
public struct EventSearch: Sendable, Hashable {
  /// London days, the last not included; a source of months answers with the months they touch.
  public let days: Range<Day>
  /// A kind in the source's words; all where `nil`.
  public let category: String?
  /// Where; events without a point are never among them.
  public let box: BoundingBox
  /// The most that are handed over, ≥ 1.
  public let limit: Int

  /// The events of some days and kind in a box.
  public init(days: Range<Day>, category: String? = nil, in box: BoundingBox, limit: Int) {
    self.days = days
    self.category = category
    self.box = box
    self.limit = limit
  }

  /// The months the days touch.
  public var months: ClosedRange<Month> {
    days.lowerBound.month...max(days.lowerBound, days.upperBound.adding(days: -1)).month
  }
}

/// One event, as its source tells it.
///
/// It names nobody.
public struct EventRecord: Sendable, Hashable {
  /// The source's own reference; empty where it gives none.
  public let reference: String
  /// Its kind, in the source's words.
  public let category: String
  /// Where.
  public let point: GridPoint
  /// Where in the source's words, such as a street; empty where it gives none.
  public let place: String
  /// In which month.
  public let month: Month
  /// From when to when, as of ``EventSpot/span``.
  public let span: ClosedRange<Instant>?
  /// What came of it, in the source's words; empty where it gives none.
  public let outcome: String

  /// One event.
  public init(
    reference: String, category: String, point: GridPoint, place: String, month: Month,
    span: ClosedRange<Instant>? = nil, outcome: String
  ) {
    self.reference = reference
    self.category = category
    self.point = point
    self.place = place
    self.month = month
    self.span = span
    self.outcome = outcome
  }
}
