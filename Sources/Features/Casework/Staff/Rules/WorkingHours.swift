internal import Kernel

/// Working time counted backwards, 9:00 to 17:00 of working days.
enum WorkingHours {
  /// The latest moment from which some working hours are up at another.
  ///
  /// What came by then has waited for as long; what comes outside of working time waits from the next
  /// morning, so at 12:59 four hours reach back to the evening before, and at 13:00 to this morning.
  ///
  /// - Complexity: O(days).
  static func start(of hours: Int, upAt now: Instant) -> Instant {
    var left = Double(hours) * 3600
    var day = London.day(now)
    while true {
      let begins = London.instant(day, minute: WorkingTime.startMinute)
      let ends = London.instant(day, minute: WorkingTime.endMinute)
      let until = min(now, ends)
      if WorkingTime.isWorkingDay(day), until > begins {
        let worked = until.since(begins)
        if left <= worked { return until.adding(seconds: -left) }
        left -= worked
      }
      day = day.adding(days: -1)
    }
  }
}
