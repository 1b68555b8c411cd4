extension WorkingTime {
  /// The latest moment from which some working hours are up at another.
  ///
  /// What came by then has waited for as long; what comes outside of working time waits from the next
  /// morning, so at 12:59 four hours reach back to the evening before, and at 13:00 to this morning.
  ///
  /// - Parameters:
  ///   - hours: working hours, 9:00 to 17:00 of working days, ≥ 0.
  ///   - now: when they are up.
  /// - Returns: a moment not after `now`.
  /// - Complexity: O(days).
  public func start(ofHours hours: Int, upAt now: Instant) -> Instant {
    var left = Double(hours) * 3600
    var day = London.day(now)
    while true {
      let begins = London.instant(day, minute: Self.startMinute)
      let until = min(now, London.instant(day, minute: Self.endMinute))
      if isWorkingDay(day), until > begins {
        let worked = until.since(begins)
        if left <= worked { return until.adding(seconds: -left) }
        left -= worked
      }
      day = day.adding(days: -1)
    }
  }
}
