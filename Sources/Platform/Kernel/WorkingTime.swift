/// When the working day ends and which days are working days, in England and Wales.
///
/// The one clock rule: what is received before 17:00 in London on a working day counts from that day,
/// anything else from the next working day; it is due at 17:00 on the working day so many later.
/// Received on Friday at 16:59, one working day is up on Monday at 17:00; received at 17:30, on
/// Tuesday at 17:00. Working days are Monday to Friday without bank holidays: those of the law's own rule,
/// and what was proclaimed since.
public struct WorkingTime: Equatable, Sendable {
  /// By the law’s own rule alone.
  public static let statutory = WorkingTime()

  private let off: Set<Day>
  private let worked: Set<Day>

  /// - Parameters:
  ///   - off: days off that the law's own rule does not have.
  ///   - worked: bank holidays of the rule that are worked, since the day off was moved; other days of a
  ///     weekend stay days off.
  public init(off: Set<Day> = [], worked: Set<Day> = []) {
    (self.off, self.worked) = (off, worked)
  }

  /// Minutes after midnight in London at which a working day ends.
  public static let endMinute = 17 * 60

  /// Minutes after midnight in London at which a working day begins.
  public static let startMinute = 9 * 60

  /// Whether people are at work on a day.
  public func isWorkingDay(_ day: Day) -> Bool {
    day.weekday < 6 && holidays(in: day..<day.adding(days: 1)).isEmpty
  }

  /// The days off among some days that are not so for being in a weekend alone, in order.
  ///
  /// - Complexity: O(years + days that were proclaimed).
  public func holidays(in days: Range<Day>) -> [Day] {
    let more = off.filter { days.contains($0) }
    guard !more.isEmpty || !worked.isEmpty else { return days.bankHolidays }
    return more.union(days.bankHolidays).subtracting(worked).sorted()
  }

  /// Day 0 of a clock: the day of receipt where it came in time, else the next working day.
  public func start(of received: Instant) -> Day {
    let day = London.day(received)
    let isInTime = received < London.instant(day, minute: Self.endMinute)
    return isInTime && isWorkingDay(day) ? day : next(after: day)
  }

  /// The moment a clock of some working days is up.
  ///
  /// - Parameters:
  ///   - days: working days, ≥ 0.
  ///   - received: when it began.
  /// - Returns: 17:00 in London on that day.
  /// - Complexity: O(days).
  public func due(after days: Int, from received: Instant) -> Instant {
    London.instant(day(days, after: start(of: received)), minute: Self.endMinute)
  }

  /// The moment some working hours are up, counted from 9:00 to 17:00 of working days.
  ///
  /// - Parameters:
  ///   - hours: working hours, ≥ 0.
  ///   - received: when they began; before 9:00 and after 17:00 they begin with the next working day.
  /// - Returns: a moment within a working day.
  /// - Complexity: O(days).
  public func due(afterHours hours: Int, from received: Instant) -> Instant {
    var day = start(of: received)
    let isSameDay = day == London.day(received)
    let time = London.time(received)
    let minute = isSameDay ? max(Self.startMinute, time.hour * 60 + time.minute) : Self.startMinute
    var left = hours * 60 + minute - Self.startMinute
    let length = Self.endMinute - Self.startMinute
    while left > length {
      day = next(after: day)
      left -= length
    }
    return London.instant(day, minute: Self.startMinute + left)
  }

  /// The working day so many after a day; the day itself for nought, whether a working day or not.
  public func day(_ days: Int, after day: Day) -> Day {
    (0..<max(0, days)).reduce(day) { day, _ in next(after: day) }
  }

  /// How many working days lie after a day up to another, that one included; 0 where it is earlier.
  ///
  /// - Complexity: O(days between).
  public func days(after first: Day, through last: Day) -> Int {
    guard first < last else { return 0 }
    return (first.number + 1...last.number).count { isWorkingDay(Day(number: $0)) }
  }

  private func next(after day: Day) -> Day {
    var next = day.adding(days: 1)
    while !isWorkingDay(next) { next = next.adding(days: 1) }
    return next
  }
}
