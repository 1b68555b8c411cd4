/// Passwords that are tried first, by rule and by list.
///
/// A password is common when, signs and digits aside, it is made of one or two words of the list,
/// when it has few different characters, or when it runs along the keyboard or the alphabet.
enum CommonPasswords {
  private static let fewest = 5
  private static let runs = [
    "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "0123456789012345678901234567890",
    "9876543210987654321098765432109", "qwertyuiopasdfghjklzxcvbnm", "mnbvcxzlkjhgfdsapoiuytrewq",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
    "qazwsxedcrfvtgbyhnujmikolp", "zaq12wsxcde34rfv", "asdfghjklqwertyuiopzxcvbnm",
    "qwerty1234567890", "1234567890qwertyuiop", "abc123abc123abc123abc123",
  ]

  /// Whether a password is one of those tried first.
  static func contain(_ password: String) -> Bool {
    let plain = password.lowercased().filter { !$0.isWhitespace }
    if Set(plain).count < fewest { return true }
    if runs.contains(where: { $0.contains(plain) }) || repeats(plain) { return true }
    if plain.allSatisfy(\.isNumber) { return true }
    return [letters(plain), plain.filter(\.isLetter)].contains { letters in
      CommonWords.phrases.contains(letters)
        || !letters.isEmpty && isMade(letters[...], ofAtMost: 2)
    }
  }

  /// The letters of a text, with the digits and signs that stand for letters read as them.
  static func letters(_ text: String) -> String {
    var letters = ""
    let all = Array(text.lowercased())
    for (index, character) in all.enumerated() {
      if character.isLetter {
        letters.append(character)
      } else if let letter = standsFor[character], !letters.isEmpty || !character.isNumber,
        all[index...].contains(where: \.isLetter)
      {
        letters.append(letter)
      }
    }
    return letters
  }

  /// Digits and signs in the midst of a word that are read as letters.
  private static let standsFor: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
  ]

  private static func isMade(_ text: Substring, ofAtMost words: Int) -> Bool {
    if text.isEmpty { return true }
    guard words > 0 else { return false }
    return CommonWords.words.contains { word in
      text.hasPrefix(word) && isMade(text.dropFirst(word.count), ofAtMost: words - 1)
    }
  }

  /// Whether the whole is one piece of at most eight characters again and again.
  private static func repeats(_ text: String) -> Bool {
    let all = Array(text)
    return (1...8).contains { length in
      all.count >= 2 * length
        && all.indices.allSatisfy { all[$0] == all[$0 % length] }
    }
  }
}
