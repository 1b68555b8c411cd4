public import Kernel

/// How somebody may be reached without putting them at risk.
///
/// It goes with each message and is obeyed whenever that message is tried, not only when it is
/// written: a retry at night waits for the morning.
public struct SafeContact: Sendable, Hashable {
  /// The only routes that may be used; empty where the person must not be contacted at all.
  public let routes: Set<MessageRoute>
  /// Minutes past midnight in London within which a message may arrive, the end not included;
  /// `nil` at any time.
  public let minutes: Range<Int>?

  /// A rule; `minutes` lie in one day, 0 to 1440, and are not empty.
  public init(routes: Set<MessageRoute>, minutes: Range<Int>? = nil) {
    precondition(
      minutes.map { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= 1440 } ?? true,
      "the hours lie in one day")
    self.routes = routes
    self.minutes = minutes
  }

  /// By any route, at any time.
  public static let anyWay = SafeContact(routes: Set(MessageRoute.allCases))
  /// Not at all.
  public static let never = SafeContact(routes: [])

  /// Whether a route may be used.
  public func allows(_ route: MessageRoute) -> Bool { routes.contains(route) }

  /// The first moment, at or after another, at which a message may arrive.
  public func firstMoment(from now: Instant) -> Instant {
    guard let minutes else { return now }
    let today = London.day(now)
    let time = London.time(now)
    let minute = time.hour * 60 + time.minute
    if minutes.contains(minute) { return now }
    let day = minute < minutes.lowerBound ? today : today.adding(days: 1)
    return London.instant(day, minute: minutes.lowerBound)
  }
}
