/// A baseline or a target as a plan states it: its words are kept beside what they mean.
struct TargetStatement: Hashable, Sendable {
  /// The words as published.
  let words: String
  let meaning: Meaning

  enum Meaning: Hashable, Sendable {
    /// A level, such as 461, 44% or 35.5 per 1,000.
    case level(Level)
    /// A change in %, such as -4.2%.
    case change(Figure)
    /// Words in place of a number.
    case state(TargetState)
    /// Words this program does not know.
    case unknown
  }

  /// A level with what stands beside it.
  struct Level: Hashable, Sendable {
    let value: Figure
    var unit: TargetUnit = .number
    /// The change in % printed beside it, such as the +20 of "227 (+20%)".
    var statedChange: Figure?
  }

  /// Reads the words of a baseline, where a percentage is a level.
  init(baseline words: String) { self.init(words, percentIs: .level) }

  /// Reads the words of a target; a signed percentage is a change, an unsigned one a level.
  init(target words: String) { self.init(words, percentIs: .changeWhenSigned) }

  private enum Percent { case level, changeWhenSigned }

  private init(_ words: String, percentIs: Percent) {
    self.words = words
    if let state = TargetState(published: words) {
      meaning = .state(state)
    } else if percentIs == .changeWhenSigned, let change = TargetStatement.change(words) {
      meaning = .change(change)
    } else if let level = Level(words) {
      meaning = .level(level)
    } else {
      meaning = .unknown
    }
  }

  /// Reads `-4.2%` or `+5%`: a percentage with a sign.
  fileprivate static func change(_ words: String) -> Figure? {
    let bytes = words.utf8
    guard bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+"),
      bytes.last == UInt8(ascii: "%")
    else { return nil }
    let figure = bytes.dropLast().filter { $0 != UInt8(ascii: " ") }
    return Figure(String(decoding: figure, as: UTF8.self))
  }

  /// The level, where a number was stated.
  var level: Level? {
    guard case .level(let level) = meaning else { return nil }
    return level
  }

  /// The state, where words were stated.
  var state: TargetState? {
    guard case .state(let state) = meaning else { return nil }
    return state
  }
}

/// What a level is counted in.
enum TargetUnit: Hashable, Sendable {
  case number
  case percent
  case perThousand
  case years
  case outOf(Int)

  /// The unit after a number: "%", " per 1,000", " years", " of 20".
  var suffix: String {
    switch self {
    case .number: ""
    case .percent: "%"
    case .perThousand: " per 1,000"
    case .years: " years"
    case .outOf(let whole): " of \(whole)"
    }
  }
}

extension TargetStatement.Level {
  /// Reads a number, then its unit, then what stands in brackets.
  fileprivate init?(_ words: String) {
    let number = words.utf8.prefix {
      (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    var rest = words[number.endIndex...]
    // Whether a character is a number takes long to tell; of ASCII's only the digits are.
    let goesOn = (rest.utf8.first ?? 0) > 0x7F && rest.first?.isNumber == true
    guard !goesOn, let value = Figure(String(words[..<number.endIndex])) else { return nil }
    self.value = value
    if let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")) {
      let note = rest.utf8[open...].dropFirst().prefix { $0 != UInt8(ascii: ")") }
      statedChange = TargetStatement.change(String(decoding: note, as: UTF8.self))
      rest = rest[..<open]
    }
    unit = TargetStatement.Level.unit(of: rest)
  }

  private static func unit(of rest: Substring) -> TargetUnit {
    guard let first = rest.utf8.first(where: { $0 != UInt8(ascii: " ") }) else { return .number }
    if first == UInt8(ascii: "%") { return .percent }
    let words = rest.split(separator: " ").joined(separator: " ")
    if words.hasPrefix("per 1,000") { return .perThousand }
    if words.hasPrefix("years") { return .years }
    if words.hasPrefix("/"), let whole = Int(words.dropFirst()) { return .outOf(whole) }
    return .number
  }
}
