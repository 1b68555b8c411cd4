internal import Kernel

/// The clocks of a case, by the one clock rule.
///
/// The work has to begin within the days of its priority from when the first report was received; who
/// complained is interviewed; those who complained are told something every so many working days from then on; what is known of a
/// drug address is acted on within its days; each action has its own day. How many days they are is the
/// partnership's standard. What is due soonest is due.
struct CaseClocks: Equatable, Sendable {
  var startDue: Instant
  var startedAt: Instant?
  var updateDue: Instant
  /// When who complained is interviewed at the latest; `nil` where there is nobody to interview.
  var interviewDue: Instant?
  var interviewedAt: Instant?
  /// When a drug address is acted on at the latest; `nil` for other cases.
  var actDue: Instant?
  /// Whether something was done: an action of the case.
  var isActed = false
  /// The days of the actions that are not done and of the referrals that are not answered.
  var actions: [Day] = []

  /// The clocks of a case that begins, with somebody to interview or without.
  init(
    _ standard: CaseStandard, _ priority: Priority, _ kind: ReportKind, received: Instant,
    opened: Instant, isInterviewed: Bool = true
  ) {
    startDue = standard.begin(priority, from: received)
    updateDue = standard.update(from: opened)
    if isInterviewed { interviewDue = standard.interview(from: opened, beginning: startDue) }
    actDue = standard.act(on: kind, from: received)
  }

  /// The clocks of a case as they stand.
  init(_ file: CaseFile, actions: [Day], isActed: Bool) {
    startDue = file.startDue
    startedAt = file.startedAt
    updateDue = file.updateDue
    interviewDue = file.interviewDue
    interviewedAt = file.interviewedAt
    actDue = file.actDue
    self.actions = actions
    self.isActed = isActed
  }

  /// What is due next.
  enum Step: Equatable, Sendable {
    case begin
    case interview
    case update
    case act
    case action

    var title: String {
      switch self {
      case .begin: "Record the first contact"
      case .interview: "Interview who complained"
      case .update: "Tell the complainant how it stands"
      case .act: "Act on the drug address"
      case .action: "An action or an answer is due"
      }
    }
  }

  /// When the next thing is due, and what it is.
  var next: (step: Step, at: Instant) {
    var next = startedAt == nil ? (step: Step.begin, at: startDue) : (.update, updateDue)
    if let open = openInterview, open < next.at { next = (.interview, open) }
    if let actDue, !isActed, actDue < next.at { next = (.act, actDue) }
    if let day = actions.min() {
      let action = London.instant(day, minute: WorkingTime.endMinute)
      if action < next.at { next = (.action, action) }
    }
    return next
  }

  /// When the interview is due that has not taken place; `nil` where none is due.
  var openInterview: Instant? { interviewedAt == nil ? interviewDue : nil }

  /// Whether the work began in time; `nil` while it has not begun and may still.
  func isInTime(at now: Instant) -> Bool? {
    Self.isInTime(startedAt, by: startDue, at: now)
  }

  /// Whether something was done in time; `nil` while it was not and may still be.
  static func isInTime(_ done: Instant?, by due: Instant, at now: Instant) -> Bool? {
    if let done { return done <= due }
    return now > due ? false : nil
  }

  /// A contact was made: the work has begun, and the next update is as far away as the standard says.
  ///
  /// One in which who complained was heard at length is the interview.
  mutating func contact(
    at now: Instant, _ standard: CaseStandard, isInterview: Bool = false
  ) {
    if startedAt == nil { startedAt = now }
    if isInterview, interviewedAt == nil { interviewedAt = now }
    updateDue = standard.update(from: now)
  }

  /// The work is to begin by another moment, and with it the interview that had to wait for it; both later
  /// by the working days for which the clocks stood still.
  mutating func begin(
    by due: Instant, opened: Instant, still days: Int = 0, _ standard: CaseStandard
  ) {
    startDue = standard.moved(due, by: days)
    if openInterview != nil {
      interviewDue = standard.moved(standard.interview(from: opened, beginning: due), by: days)
    }
  }

  /// Somebody who can be interviewed reported the same: from now on where nobody had.
  mutating func hear(at now: Instant, _ standard: CaseStandard) {
    guard interviewDue == nil, interviewedAt == nil else { return }
    interviewDue = standard.interview(from: now, beginning: startDue)
  }

  /// The clocks run again: what was due is moved by the working days for which they stood still, and what
  /// counts in days by the days.
  mutating func resume(from paused: Instant, at now: Instant, _ standard: CaseStandard) {
    let days = standard.time.days(after: London.day(paused), through: London.day(now))
    if startedAt == nil { startDue = standard.moved(startDue, by: days) }
    updateDue = standard.moved(updateDue, by: days)
    if interviewedAt == nil { interviewDue = interviewDue.map { standard.moved($0, by: days) } }
    let still = London.day(now).number - London.day(paused).number
    actDue = actDue.map { due in
      London.instant(London.day(due).adding(days: still), minute: WorkingTime.endMinute)
    }
  }
}
