internal import Kernel

/// How soon the partnership does what it promises, in one of its versions.
///
/// A report or case keeps the days it was given: a later version moves none of them.
struct CaseStandard: Equatable, Sendable {
  /// Which version; the one the program comes with is 1.
  let number: Int
  /// From when it holds.
  let setAt: Instant
  let days: [Promise: Int]
  /// Which days are working days.
  let time: WorkingTime

  init(number: Int, setAt: Instant, days: [Promise: Int], in time: WorkingTime = .statutory) {
    (self.number, self.setAt, self.days, self.time) = (number, setAt, days, time)
  }

  /// What the program comes with: published by boroughs for their own officers.
  static let shipped = CaseStandard(
    number: 1, setAt: Instant(milliseconds: 946_684_800_000),  // 2000-01-01
    days: Dictionary(uniqueKeysWithValues: Promise.allCases.map { ($0, $0.shipped) }))

  subscript(promise: Promise) -> Int { days[promise] ?? promise.shipped }

  /// Such as "10 working days".
  func words(_ promise: Promise) -> String { promise.words(self[promise]) }

  /// When somebody begins at the latest, by the clock rule.
  func begin(_ priority: Priority, from received: Instant) -> Instant {
    time.due(after: self[.begin(priority)], from: received)
  }

  /// When those who reported hear at the latest that somebody has what they sent.
  func acknowledge(from received: Instant) -> Instant {
    time.due(after: self[.acknowledge], from: received)
  }

  /// When who complained is interviewed at the latest: so many working days after the case was opened, and not
  /// before the work has to begin.
  func interview(from opened: Instant, beginning start: Instant) -> Instant {
    max(start, time.due(after: self[.interview], from: opened))
  }

  /// When those who reported hear next how it stands.
  func update(from last: Instant) -> Instant { time.due(after: self[.update], from: last) }

  /// What was due, later by some working days.
  func moved(_ due: Instant, by days: Int) -> Instant {
    London.instant(time.day(days, after: London.day(due)), minute: WorkingTime.endMinute)
  }

  /// When what is known of a drug address is acted on at the latest: 5pm of a day so many days after the
  /// one on which it was received, working day or not; `nil` for other kinds.
  func act(on kind: ReportKind, from received: Instant) -> Instant? {
    guard kind.id == "drugs" else { return nil }
    return London.instant(
      London.day(received).adding(days: self[.drugAddress]), minute: WorkingTime.endMinute)
  }
}
