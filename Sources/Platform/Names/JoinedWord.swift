/// Two neighbouring words of a name written as one, as some people write them.
public struct JoinedWord: Sendable, Hashable {
  /// Both as one word.
  public let word: NameWord
  /// The first of them.
  public let first: NameWord
  /// The second of them.
  public let second: NameWord

  /// `nil` where one is a single letter or no name.
  init?(_ first: NameWord, _ second: NameWord) {
    guard !first.sounds.isEmpty, !second.sounds.isEmpty, first != second else { return nil }
    word = NameWord(first.text + second.text)
    self.first = first
    self.second = second
  }
}
