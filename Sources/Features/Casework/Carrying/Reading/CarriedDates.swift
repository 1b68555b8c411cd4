internal import Kernel

/// How another system writes its days, where figures alone do not tell; a day with the name of its
/// month, or with its year first, is read under each.
enum CarriedDates: String, CaseIterable, Sendable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
  case iso

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The moment a text says; midnight in London where it says no time, `nil` where it is no date or
  /// there is no such day.
  ///
  /// Of years of two figures the latest is taken that is not after `last`.
  func moment(_ text: String, notAfter last: Int) -> Instant? {
    let (date, time) = Self.parted(text.lowercased())
    guard let day = day(date, last) else { return nil }
    guard let time else { return London.start(of: day) }
    return Self.minute(time).map { London.instant(day, minute: $0) }
  }

  /// A date, and what follows it where that has a colon or names half of a day.
  private static func parted(_ text: String) -> (date: String, time: String?) {
    var text = text
    // As in 2026-11-03T09:30:00Z.
    if let at = text.firstIndex(of: "t"), at > text.startIndex,
      text[..<at].allSatisfy({ $0.isNumber || $0 == "-" })
    {
      text.replaceSubrange(at...at, with: " ")
    }
    var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    words.removeAll { $0 == "at" }
    let start = words.firstIndex { $0.contains(":") || $0.hasSuffix("am") || $0.hasSuffix("pm") }
    guard var start, start > 0 else { return (words.joined(separator: " "), nil) }
    // As in 9 am, where the half stands on its own.
    if ["am", "pm"].contains(words[start]), start > 1 { start -= 1 }
    return (words[..<start].joined(separator: " "), words[start...].joined())
  }

  private func day(_ text: String, _ last: Int) -> Day? {
    let parts = text.split { " /.-".contains($0) }.map(String.init).filter { part in
      !["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains { part.hasPrefix($0) }
        || part.contains(where: \.isNumber)
    }
    guard parts.count == 3 else { return nil }
    if let place = parts.firstIndex(where: { Self.month($0) != nil }) {
      guard let month = Self.month(parts[place]) else { return nil }
      let rest = parts.indices.filter { $0 != place }.map { Self.figure(parts[$0]) }
      guard let first = rest[0], let second = rest[1] else { return nil }
      return place == 1 && first > 31
        ? Day(year: first, month: month, day: second)
        : Day(year: Self.year(second, last), month: month, day: first)
    }
    let figures = parts.compactMap { Int($0) }
    guard figures.count == 3 else { return nil }
    if parts[0].count == 4 { return Day(year: figures[0], month: figures[1], day: figures[2]) }
    guard self != .iso, parts[2].count == 2 || parts[2].count == 4 else { return nil }
    let year = parts[2].count == 2 ? Self.year(figures[2], last) : figures[2]
    return self == .dayFirst
      ? Day(year: year, month: figures[1], day: figures[0])
      : Day(year: year, month: figures[0], day: figures[1])
  }

  /// The number of a month's name, or of its first three letters.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    return months.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
  }

  /// A number with or without the ending of an ordinal, such as 3rd.
  private static func figure(_ word: String) -> Int? {
    let ends = ["st", "nd", "rd", "th"]
    return Int(ends.contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word)
  }

  private static func year(_ year: Int, _ last: Int) -> Int {
    guard year < 100 else { return year }
    let near = last / 100 * 100 + year
    return near > last ? near - 100 : near
  }

  /// Minutes after midnight: 09:30, 9.30pm, 9am, 09:30:00.
  private static func minute(_ text: String) -> Int? {
    var text = text.hasSuffix("z") ? String(text.dropLast()) : text
    let half = ["am", "pm"].first { text.hasSuffix($0) }
    if half != nil { text = String(text.dropLast(2)) }
    let parts = text.split { ":.".contains($0) }.map { Int($0) }
    guard (1...4).contains(parts.count), var hour = parts[0] else { return nil }
    let minute = parts.count > 1 ? parts[1] : 0
    guard let minute, (0..<60).contains(minute) else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    return (0..<24).contains(hour) ? hour * 60 + minute : nil
  }
}
