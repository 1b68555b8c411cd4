internal import Kernel

/// The clocks of a case, by the one clock rule.
///
/// The work has to begin within the days of its priority from when the first report was received;
/// those who complained are told something every ten working days from then on; each action has its
/// own day. What is due soonest is due.
struct CaseClocks: Equatable, Sendable {
  /// Working days within which a complainant is told how their case stands.
  static let updateDays = 10

  var startDue: Instant
  var startedAt: Instant?
  var updateDue: Instant
  /// The days of the actions that are not done and of the referrals that are not answered.
  var actions: [Day] = []

  /// The clocks of a case that begins.
  init(priority: Priority, received: Instant, opened: Instant) {
    startDue = priority.due(from: received)
    updateDue = WorkingTime.due(after: Self.updateDays, from: opened)
  }

  init(startDue: Instant, startedAt: Instant?, updateDue: Instant, actions: [Day]) {
    self.startDue = startDue
    self.startedAt = startedAt
    self.updateDue = updateDue
    self.actions = actions
  }

  /// What is due next.
  enum Step: Equatable, Sendable {
    case begin
    case update
    case action

    var title: String {
      switch self {
      case .begin: "Record the first contact"
      case .update: "Tell the complainant how it stands"
      case .action: "An action or an answer is due"
      }
    }
  }

  /// When the next thing is due, and what it is.
  var next: (step: Step, at: Instant) {
    let work = startedAt == nil ? (Step.begin, startDue) : (Step.update, updateDue)
    guard let day = actions.min() else { return work }
    let action = London.instant(day, minute: WorkingTime.endMinute)
    return action < work.1 ? (.action, action) : work
  }

  /// Whether the work began in time; `nil` while it has not begun and may still.
  func isInTime(at now: Instant) -> Bool? {
    if let startedAt { return startedAt <= startDue }
    return now > startDue ? false : nil
  }

  /// A contact was made: the work has begun, and the next update is ten working days away.
  mutating func contact(at now: Instant) {
    if startedAt == nil { startedAt = now }
    updateDue = WorkingTime.due(after: Self.updateDays, from: now)
  }

  /// The clocks run again: what was due is moved by the working days for which they stood still.
  mutating func resume(from paused: Instant, at now: Instant) {
    let days = WorkingTime.days(after: London.day(paused), through: London.day(now))
    if startedAt == nil { startDue = Self.moved(startDue, by: days) }
    updateDue = Self.moved(updateDue, by: days)
  }

  private static func moved(_ due: Instant, by days: Int) -> Instant {
    let day = WorkingTime.day(days, after: London.day(due))
    return London.instant(day, minute: WorkingTime.endMinute)
  }
}
