internal import Design
internal import HTTP
internal import Kernel

/// Days with a time of day.
extension OrderForm {
  /// A moment that must be given.
  static func atTime(
    _ name: String, _ fields: Fields, _ form: inout FormReader
  ) -> Instant? {
    guard let day = form.day(name, "Day", fields), let minute = time("\(name)-time", fields, &form)
    else { return nil }
    return London.instant(day, minute: minute)
  }

  /// A moment that may be left empty and is not in the future.
  static func moment(
    _ name: String, _ title: String, _ fields: Fields, _ now: Instant, _ form: inout FormReader
  ) -> Instant? {
    guard let day = form.optionalDay(name, title, fields),
      let minute = time("\(name)-time", fields, &form)
    else { return nil }
    let moment = London.instant(day, minute: minute)
    if moment > now { form.refuse("\(name)-day", "Enter service once it has happened") }
    return moment
  }

  static func time(_ name: String, _ fields: Fields, _ form: inout FormReader) -> Int? {
    let minutes = TimeOfDay.minutes(fields[name] ?? "")
    if minutes == nil { form.refuse(name, TimeOfDay.words) }
    return minutes
  }
}
