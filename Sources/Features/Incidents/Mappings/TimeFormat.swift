/// A way of writing dates and times, such as `dd/MM/yyyy HH:mm[:ss]`.
///
/// `yyyy` a year, `yy` one of this century; `MM` or `M` a month, `MMM` its name or the first three
/// letters of it; `dd` or `d` a day; `HH` or `H` an hour, with `a` for am and pm of twelve; `mm`
/// minutes, `ss` seconds, `SSS` parts of a second; `Z` an offset such as `+01:00` or `Z`. What is in
/// square brackets may be missing. `T` and all that are no letters stand for themselves.
struct TimeFormat: Equatable, Sendable {
  /// One part of a format.
  enum Part: Equatable, Sendable {
    case year, shortYear, month, monthName, day, hour, half, minute, second, fraction, offset
    case literal(UInt8)
    case optional([Part])
  }

  let text: String
  let parts: [Part]

  /// A format; `nil` where the text is none.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let parts = Self.parts(&rest, isInside: false), rest.isEmpty, !parts.isEmpty else {
      return nil
    }
    self.text = text
    self.parts = parts
  }

  /// Days and minutes as ISO 8601 writes them, which no other way can be taken for.
  static let iso = TimeFormat("yyyy-MM-dd[T][ ][HH:mm][:ss][.SSS][Z]")

  /// Whether it says a part, in brackets or not.
  func says(_ part: Part) -> Bool { Self.says(part, parts) }

  private static func says(_ part: Part, _ parts: [Part]) -> Bool {
    parts.contains { one in
      if case .optional(let inner) = one { says(part, inner) } else { one == part }
    }
  }

  /// The same with day and month exchanged: the American order for ours, and ours for theirs.
  var exchanged: TimeFormat? {
    guard says(.month), says(.day) else { return nil }
    let swapped = text.map { letter in
      switch letter {
      case "M": "d"
      case "d": "M"
      default: String(letter)
      }
    }
    return TimeFormat(swapped.joined())
  }

  private static func parts(_ rest: inout ArraySlice<UInt8>, isInside: Bool) -> [Part]? {
    var parts: [Part] = []
    while let first = rest.first {
      if first == UInt8(ascii: "]") { return isInside ? parts : nil }
      if first == UInt8(ascii: "[") {
        rest.removeFirst()
        guard let inner = self.parts(&rest, isInside: true),
          rest.popFirst() == UInt8(ascii: "]"), !inner.isEmpty
        else { return nil }
        parts.append(.optional(inner))
        continue
      }
      let run = rest.prefix { $0 == first }
      guard let part = part(first, run.count) else { return nil }
      rest = rest.dropFirst(isLetter(first) ? run.count : 1)
      parts.append(part)
    }
    return isInside ? nil : parts
  }

  private static func part(_ letter: UInt8, _ count: Int) -> Part? {
    switch (Character(UnicodeScalar(letter)), count) {
    case ("y", 4): .year
    case ("y", 2): .shortYear
    case ("M", 1...2): .month
    case ("M", 3...4): .monthName
    case ("d", 1...2): .day
    case ("H", 1...2), ("h", 1...2): .hour
    case ("a", 1): .half
    case ("m", 1...2): .minute
    case ("s", 1...2): .second
    case ("S", 1...9): .fraction
    case ("Z", 1): .offset
    case ("T", 1): .literal(letter)
    default: isLetter(letter) ? nil : .literal(letter)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
