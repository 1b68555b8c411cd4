internal import Kernel
internal import Partnership

/// Reads when an event happened.
struct TimeDecoder: Sendable {
  /// The longest interval, minutes: what is less certain says nothing of days or hours.
  static let longest = 366 * 1440
  private let mapping: Mapping
  private let format: TimeFormat?
  private let exchanged: TimeFormat?
  private let today: Day

  init(_ mapping: Mapping, today: Day) {
    self.mapping = mapping
    self.today = today
    format = TimeFormat(mapping.dates)
    exchanged = format?.exchanged
  }

  /// An event with nothing known but its time.
  func event(
    _ row: some ExtractRow, _ places: ColumnPlaces
  ) throws(ExtractRefusal) -> ExtractEvent {
    let heading = places.heading(.from)
    guard let from = try read(row, places[.from], heading) else {
      throw ExtractRefusal(.blank(column: heading))
    }
    guard let month = Month(year: from.year, month: from.month), month.year >= 1970 else {
      throw ExtractRefusal(.longAgo(column: heading))
    }
    guard mapping.time != .month else {
      guard month <= today.month else {
        throw ExtractRefusal(.future(column: heading, after: today))
      }
      return ExtractEvent(month: month)
    }
    var minutes = span(from)
    let end = places.heading(.to)
    if let until = try read(row, places[.to], end) {
      let last = span(until).upperBound
      guard last >= minutes.lowerBound else {
        throw ExtractRefusal(.endsBeforeStart(column: end))
      }
      guard last - minutes.lowerBound <= Self.longest else {
        throw ExtractRefusal(.lastsTooLong(column: end))
      }
      minutes = minutes.lowerBound...last
    }
    let day = LondonMinutes.day(minutes.lowerBound)
    guard day <= today else { throw ExtractRefusal(.future(column: heading, after: today)) }
    return ExtractEvent(month: day.month, minutes: minutes)
  }

  /// The time some columns say together; `nil` where they are empty.
  private func read(
    _ row: some ExtractRow, _ columns: [Int], _ heading: String
  ) throws(ExtractRefusal) -> WrittenTime? {
    var text: [UInt8] = []
    for column in columns {
      let value = row.trimmed(column)
      if !text.isEmpty, !value.isEmpty { text.append(32) }
      text += value
    }
    guard !text.isEmpty else { return nil }
    if let written = read(text, format) ?? read(text, TimeFormat.iso) { return written }
    if let exchanged, read(text, exchanged) != nil {
      throw ExtractRefusal(
        .exchanged(column: heading, format: mapping.dates, other: exchanged.text))
    }
    throw ExtractRefusal(.time(column: heading, format: mapping.dates))
  }

  private func read(_ text: [UInt8], _ format: TimeFormat?) -> WrittenTime? {
    text.withUnsafeBytes { format?.read($0) }
  }

  /// The minutes of a written time: one, or those of a whole day where it says no hour or the
  /// source gives days.
  private func span(_ time: WrittenTime) -> ClosedRange<Int> {
    let day = Day(year: time.year, month: time.month, day: time.day ?? 1) ?? Day(number: 0)
    guard let hour = time.hour else {
      return LondonMinutes.start(of: day)...LondonMinutes.start(of: day.adding(days: 1))
    }
    let wall = day.number * 1440 + hour * 60 + time.minute
    let moment =
      time.offset.map { wall - $0 }
      ?? (mapping.zone == .utc ? wall : LondonMinutes.moment(wall: wall))
    guard mapping.time == .day else { return moment...moment }
    let shown = LondonMinutes.day(moment)
    return LondonMinutes.start(of: shown)...LondonMinutes.start(of: shown.adding(days: 1))
  }
}
