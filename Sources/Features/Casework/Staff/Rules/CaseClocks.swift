internal import Kernel

/// The clocks of a case, by the one clock rule.
///
/// The work has to begin within the days of its priority from when the first report was received;
/// those who complained are told something every so many working days from then on; what is known of a
/// drug address is acted on within its days; each action has its own day. How many days they are is the
/// partnership's standard. What is due soonest is due.
struct CaseClocks: Equatable, Sendable {
  var startDue: Instant
  var startedAt: Instant?
  var updateDue: Instant
  /// When a drug address is acted on at the latest; `nil` for other cases.
  var actDue: Instant?
  /// Whether something was done: an action of the case.
  var isActed = false
  /// The days of the actions that are not done and of the referrals that are not answered.
  var actions: [Day] = []

  /// The clocks of a case that begins.
  init(
    _ standard: CaseStandard, _ priority: Priority, _ kind: ReportKind, received: Instant,
    opened: Instant
  ) {
    startDue = standard.begin(priority, from: received)
    updateDue = standard.update(from: opened)
    actDue = standard.act(on: kind, from: received)
  }

  /// The clocks of a case as they stand.
  init(_ file: CaseFile, actions: [Day], isActed: Bool) {
    startDue = file.startDue
    startedAt = file.startedAt
    updateDue = file.updateDue
    actDue = file.actDue
    self.actions = actions
    self.isActed = isActed
  }

  /// What is due next.
  enum Step: Equatable, Sendable {
    case begin
    case update
    case act
    case action

    var title: String {
      switch self {
      case .begin: "Record the first contact"
      case .update: "Tell the complainant how it stands"
      case .act: "Act on the drug address"
      case .action: "An action or an answer is due"
      }
    }
  }

  /// When the next thing is due, and what it is.
  var next: (step: Step, at: Instant) {
    var next = startedAt == nil ? (step: Step.begin, at: startDue) : (.update, updateDue)
    if let actDue, !isActed, actDue < next.at { next = (.act, actDue) }
    if let day = actions.min() {
      let action = London.instant(day, minute: WorkingTime.endMinute)
      if action < next.at { next = (.action, action) }
    }
    return next
  }

  /// Whether the work began in time; `nil` while it has not begun and may still.
  func isInTime(at now: Instant) -> Bool? {
    if let startedAt { return startedAt <= startDue }
    return now > startDue ? false : nil
  }

  /// A contact was made: the work has begun, and the next update is as far away as the standard says.
  mutating func contact(at now: Instant, _ standard: CaseStandard) {
    if startedAt == nil { startedAt = now }
    updateDue = standard.update(from: now)
  }

  /// The clocks run again: what was due is moved by the working days for which they stood still, and what
  /// counts in days by the days.
  mutating func resume(from paused: Instant, at now: Instant) {
    let days = WorkingTime.days(after: London.day(paused), through: London.day(now))
    if startedAt == nil { startDue = Self.moved(startDue, by: days) }
    updateDue = Self.moved(updateDue, by: days)
    let still = London.day(now).number - London.day(paused).number
    actDue = actDue.map { due in
      London.instant(London.day(due).adding(days: still), minute: WorkingTime.endMinute)
    }
  }

  private static func moved(_ due: Instant, by days: Int) -> Instant {
    let day = WorkingTime.day(days, after: London.day(due))
    return London.instant(day, minute: WorkingTime.endMinute)
  }
}
