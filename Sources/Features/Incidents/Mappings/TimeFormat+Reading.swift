internal import Kernel

/// A date and time as a file writes it.
struct WrittenTime: Equatable, Sendable {
  var year = 0
  var month = 0
  var day: Int?
  var hour: Int?
  var minute = 0
  /// Minutes ahead of UTC, where the file says so.
  var offset: Int?
  /// Whether the afternoon was named; `nil` where neither half was.
  fileprivate var isAfternoon: Bool?

  /// Whether there is such a time.
  fileprivate var isReal: Bool {
    guard (1...12).contains(month), (1...9999).contains(year) else { return false }
    if let day, Day(year: year, month: month, day: day) == nil { return false }
    return (hour ?? 0) < 24 && minute < 60
  }
}

extension TimeFormat {
  /// The time a text says; `nil` where it is not written so, or there is no such day or hour.
  func read(_ text: UnsafeRawBufferPointer) -> WrittenTime? {
    var reading = TimeReading(text: text)
    guard reading.take(parts[...]), reading.at == text.count else { return nil }
    if let isAfternoon = reading.time.isAfternoon, let hour = reading.time.hour {
      guard (1...12).contains(hour) else { return nil }
      reading.time.hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return reading.time.isReal ? reading.time : nil
  }
}

/// The reading of one text by the parts of a format.
private struct TimeReading {
  let text: UnsafeRawBufferPointer
  var at = 0
  var time = WrittenTime()

  /// Reads the parts in turn; one in brackets that does not fit is passed over.
  mutating func take(_ parts: ArraySlice<TimeFormat.Part>) -> Bool {
    for (index, part) in zip(parts.indices, parts) {
      if case .optional(let inner) = part {
        let before = self
        if !take(inner[...]) { self = before }
      } else {
        let next = index + 1 < parts.endIndex && Self.isNumber(parts[index + 1])
        let before = index > parts.startIndex && Self.isNumber(parts[index - 1])
        guard take(part, isPacked: next || before) else { return false }
      }
    }
    return true
  }

  private static func isNumber(_ part: TimeFormat.Part) -> Bool {
    switch part {
    case .year, .shortYear, .month, .day, .hour, .minute, .second, .fraction: true
    case .monthName, .half, .offset, .literal, .optional: false
    }
  }

  private mutating func take(_ part: TimeFormat.Part, isPacked: Bool) -> Bool {
    let shortest = isPacked ? 2 : 1
    switch part {
    case .year: return number(4...4) { $0.year = $1 }
    case .shortYear: return number(2...2) { $0.year = 2000 + $1 }
    case .month: return number(shortest...2) { $0.month = $1 }
    case .day: return number(shortest...2) { $0.day = $1 }
    case .hour: return number(shortest...2) { $0.hour = $1 }
    case .minute: return number(2...2) { $0.minute = $1 }
    case .second: return number(2...2) { _, _ in }
    case .fraction: return number(1...9) { _, _ in }
    case .monthName: return monthName()
    case .half: return half()
    case .offset: return offset()
    case .literal(UInt8(ascii: " ")):
      let start = at
      while at < text.count, text[at] == UInt8(ascii: " ") { at += 1 }
      return at > start
    case .literal(let byte):
      guard at < text.count, text[at] == byte else { return false }
      at += 1
      return true
    case .optional: return false
    }
  }

  private mutating func number(
    _ digits: ClosedRange<Int>, _ keep: (inout WrittenTime, Int) -> Void
  ) -> Bool {
    guard let value = digitsValue(digits) else { return false }
    keep(&time, value)
    return true
  }

  private mutating func digitsValue(_ digits: ClosedRange<Int>) -> Int? {
    var (value, count) = (0, 0)
    while count < digits.upperBound, at < text.count, (48...57).contains(text[at]) {
      value = value * 10 + Int(text[at] - 48)
      count += 1
      at += 1
    }
    return count >= digits.lowerBound ? value : nil
  }

  /// The letters that come next, in small ones.
  private mutating func word() -> String {
    var letters: [UInt8] = []
    while at < text.count, (97...122).contains(text[at] | 0x20) {
      letters.append(text[at] | 0x20)
      at += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private mutating func monthName() -> Bool {
    let name = word()
    guard name.utf8.count >= 3 else { return false }
    let found = Month.names.firstIndex { month in
      let month = month.lowercased()
      return name.utf8.count == 3 || name == "sept" ? month.hasPrefix(name) : month == name
    }
    guard let found else { return false }
    time.month = found + 1
    return true
  }

  private mutating func half() -> Bool {
    let name = word()
    guard name == "am" || name == "pm" else { return false }
    time.isAfternoon = name == "pm"
    return true
  }

  private mutating func offset() -> Bool {
    guard at < text.count else { return false }
    let sign = text[at]
    at += 1
    if sign == UInt8(ascii: "Z") {
      time.offset = 0
      return true
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = digitsValue(2...2)
    else { return false }
    if at < text.count, text[at] == UInt8(ascii: ":") { at += 1 }
    let minutes = digitsValue(0...2) ?? 0
    guard hours <= 14, minutes < 60 else { return false }
    time.offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    return true
  }
}
