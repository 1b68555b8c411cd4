internal import Design
internal import Kernel

/// How much time there is, in one unit for what is left and what is over.
enum ClockWords {
  /// Such as "2 hours left" or "3 days over"; hours below two days, days above.
  static func left(_ due: Instant, at now: Instant) -> String {
    let minutes = Int((due.since(now) / 60).rounded(.down))
    let side = minutes < 0 ? "over" : "left"
    return "\(length(abs(minutes))) \(side)"
  }

  /// How urgent it is: overdue, due within the London day, later.
  static func mark(_ due: Instant, at now: Instant) -> MarkState {
    if due <= now { return .bad }
    return London.day(due) == London.day(now) ? .warn : .good
  }

  private static func length(_ minutes: Int) -> String {
    switch minutes {
    case ..<60: "\(minutes) \(minutes == 1 ? "minute" : "minutes")"
    case ..<2880: "\(minutes / 60) \(minutes / 60 == 1 ? "hour" : "hours")"
    default: "\(minutes / 1440) days"
    }
  }
}
