internal import Kernel

/// From when to when an order is in force.
///
/// Orders by the day hold both days whole; those that run by the hour have a minute of each.
struct OrderTerm: Equatable, Sendable {
  let starts: Day
  /// Minutes after midnight in London; `nil` of an order by the day.
  var startMinute: Int?
  /// The last day; `nil` where it has no end.
  var ends: Day?
  var endMinute: Int?

  /// Kept as the end of what has none, so that it sorts last.
  static let never = Instant(milliseconds: 253_370_764_800_000)

  var startsAt: Instant { London.instant(starts, minute: startMinute ?? 0) }

  /// The first moment it is no longer in force.
  var endsAt: Instant {
    guard let ends else { return Self.never }
    guard let endMinute else { return London.start(of: ends.adding(days: 1)) }
    return London.instant(ends, minute: endMinute)
  }

  var startWords: String { startMinute == nil ? starts.words : London.words(startsAt) }

  var endWords: String {
    guard let ends else { return "No end" }
    return endMinute == nil ? ends.words : London.words(endsAt)
  }
}
