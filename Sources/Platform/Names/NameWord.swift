/// One word of a name, with what it can be found by.
public struct NameWord: Sendable, Hashable {
  /// The word in small Latin letters or digits.
  public let text: String
  /// How it sounds: codes of six digits (``DaitchMokotoff``), at most four; none of a single letter
  /// and of words with digits.
  public let sounds: [String]
  /// The groups of variants it is in, each named by its first word (``NameVariants``).
  public let variants: [String]

  init(_ text: String) {
    self.text = text
    let isName = text.count > 1 && text.allSatisfy { $0.isLetter }
    sounds = isName ? Array(DaitchMokotoff.codes(text).prefix(4)) : []
    variants = isName ? NameVariants.groups(of: text) : []
  }

  /// Whether it stands for all words that begin with it, such as the J of "J Smith".
  public var isInitial: Bool { text.count == 1 && text.allSatisfy(\.isLetter) }

  /// Under which keys it is kept and looked for: sounds and groups of variants, or itself.
  ///
  /// Two words that ``match(_:)`` by more than an initial share a key.
  public var keys: [String] {
    let keys = sounds.map { "s\($0)" } + variants.map { "v\($0)" }
    return keys.isEmpty ? ["w\(text)"] : keys
  }

  /// How well a word that is looked for fits this one; `nil` where it does not.
  ///
  /// Words that sound alike must also look alike: at most half of their letters differ, so that
  /// "Jane" does not find "John".
  public func match(_ sought: NameWord) -> NameMatch? {
    if text == sought.text { return .same }
    if sought.isInitial || isInitial {
      return text.first == sought.text.first ? .initial : nil
    }
    if !Set(variants).isDisjoint(with: sought.variants) { return .variant }
    guard !Set(sounds).isDisjoint(with: sought.sounds) else { return nil }
    let longer = max(text.count, sought.text.count)
    return EditDistance.between(text, sought.text) <= longer / 2 ? .sound : nil
  }
}

/// How well two words of names fit, the weakest first.
public enum NameMatch: Int, CaseIterable, Comparable, Sendable {
  /// One is the first letter of the other.
  case initial = 1
  /// They sound and look alike.
  case sound
  /// They are known as spellings or short forms of one name.
  case variant
  /// They are the same word.
  case same

  /// By how well they fit.
  public static func < (left: NameMatch, right: NameMatch) -> Bool {
    left.rawValue < right.rawValue
  }
}
