internal import Kernel

/// In which order the days of a file are written.
enum DateOrder: String, CaseIterable, Sendable {
  case yearFirst = "yyyy-mm-dd"
  case dayFirst = "dd/mm/yyyy"
  case monthFirst = "mm/dd/yyyy"
}

/// A date of a file, as far as it says.
enum WrittenDate: Equatable, Sendable {
  case day(Day)
  /// A month and no day of it.
  case month
  case unreadable

  /// Reads a date; a time of day after it is not looked at.
  ///
  /// Without an order years may come first, or days: months only where that is said.
  init(_ text: String, order: DateOrder? = nil) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Self.isMonth(text) {
      self = .month
    } else {
      self = Self.read(text, order).map { .day($0) } ?? .unreadable
    }
  }

  private static func read(_ text: String, _ order: DateOrder?) -> Day? {
    guard let date = withoutTime(text) else { return nil }
    if let day = Day(date) { return order == nil || order == .yearFirst ? day : nil }
    let parts = date.split(separator: "/", omittingEmptySubsequences: false)
    guard order != .yearFirst, parts.count == 3, let first = number(parts[0], 1...2),
      let second = number(parts[1], 1...2), let year = number(parts[2], 4...4)
    else { return nil }
    return order == .monthFirst
      ? Day(year: year, month: first, day: second) : Day(year: year, month: second, day: first)
  }

  /// What stands before a time of day; `nil` where something else follows.
  private static func withoutTime(_ text: String) -> String? {
    guard let end = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text }
    let time = text[text.index(after: end)...].split(
      separator: ":", omittingEmptySubsequences: false)
    guard time.count >= 2, let hour = number(time[0], 1...2), hour < 24,
      let minute = number(time[1].prefix(2), 2...2), minute < 60
    else { return nil }
    return String(text[..<end])
  }

  /// Whether it is 2026-07, 07/2026, July 2026 or Jul-2026.
  private static func isMonth(_ text: String) -> Bool {
    if Month(text) != nil { return true }
    let parts = text.split { "/- ".contains($0) }
    guard parts.count == 2, number(parts[1], 4...4) != nil else { return false }
    if let month = number(parts[0], 1...2) { return (1...12).contains(month) }
    let name = parts[0].lowercased()
    return name.count >= 3 && Month.names.contains { $0.lowercased().hasPrefix(name) }
  }

  /// A number of so many digits and nothing else.
  private static func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    let isOfDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isOfDigits && digits.contains(text.utf8.count) ? Int(text) : nil
  }
}
