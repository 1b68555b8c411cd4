/// Words with values in them, such as `By 5pm on {date}`.
///
/// `{number}` stands for digits, `{date}` for a day or a moment, whose words are translated each by
/// itself, `{text}` for anything; a digit at the end of the name tells two of a kind apart.
struct Pattern: Sendable {
  enum Kind: String { case number, date, text }

  enum Part: Sendable, Equatable {
    case literal(String)
    case value(String)
  }

  let parts: [Part]

  /// `nil` where the words have no values.
  init?(_ words: String) {
    var parts: [Part] = []
    for piece in Self.pieces(of: words) {
      switch (parts.last, piece) {
      case (.literal(let before), .literal(let more)):
        parts[parts.count - 1] = .literal(before + more)
      default: parts.append(piece)
      }
    }
    guard parts.contains(where: \.isValue) else { return nil }
    self.parts = parts
  }

  /// What each value's name says of it; `nil` for a name that is none of a value.
  static func kind(of name: some StringProtocol) -> Kind? {
    Kind(rawValue: name.last?.isNumber == true ? String(name.dropLast()) : String(name))
  }

  /// How many characters are given.
  var length: Int {
    parts.reduce(0) { sum, part in
      if case .literal(let words) = part { sum + words.count } else { sum }
    }
  }

  /// The values of a text that is of this pattern, by their names.
  func values(in text: String) -> [String: String]? {
    var values: [String: String] = [:]
    return Self.fit(parts[...], text[...], &values) ? values : nil
  }

  /// Tries the shortest values first.
  private static func fit(
    _ parts: ArraySlice<Part>, _ text: Substring, _ values: inout [String: String]
  ) -> Bool {
    guard let part = parts.first else { return text.isEmpty }
    switch part {
    case .literal(let words):
      return text.hasPrefix(words) && fit(parts.dropFirst(), text.dropFirst(words.count), &values)
    case .value(let name):
      for end in text.indices.dropFirst() + [text.endIndex] where end > text.startIndex {
        let value = text[..<end]
        guard allows(name, value) else { continue }
        if fit(parts.dropFirst(), text[end...], &values) {
          values[name] = String(value)
          return true
        }
      }
      return false
    }
  }

  private static func allows(_ name: String, _ value: Substring) -> Bool {
    switch kind(of: name) {
    case .number: value.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
    case .date: value.split(separator: " ").allSatisfy(isOfDate)
    case .text, nil: !value.contains("{")
    }
  }

  /// Whether a word can stand in a date: a name of a day or month, a figure, a time of day.
  private static func isOfDate(_ word: Substring) -> Bool {
    let word = word.last == "," ? word.dropLast() : word
    return dateWords.contains(String(word))
      || word.contains(where: \.isNumber)
        && word.allSatisfy { $0.isNumber || $0.isLetter || $0 == ":" || $0 == "/" }
  }

  private static let dateWords: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December", "midday", "midnight", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct",
    "Nov", "Dec",
  ]

  static func pieces(of words: String) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(words)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = rest[rest.index(after: start)..<end]
      let next = rest.index(after: end)
      let isValue = kind(of: name) != nil
      let before = rest[..<(isValue ? start : next)]
      if !before.isEmpty { parts.append(.literal(String(before))) }
      if isValue { parts.append(.value(String(name))) }
      rest = rest[next...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    return parts
  }
}

extension Pattern.Part {
  var isValue: Bool { if case .value = self { true } else { false } }
}
