/// How a name sounds, by the Soundex of Randy Daitch and Gary Mokotoff (1985), made for names that
/// came to be spelt by ear in many languages: Moskowitz and Moskovitz are both 645740.
///
/// A name is read from the left by the longest sequence the table holds. Each gives digits that depend
/// on where it stands: first, before a vowel, or elsewhere. Equal digits side by side count once, except
/// those of MN and NM. Six digits are kept, filled with noughts. Where letters have two sounds
/// a name has several codes.
///
/// Source: Avotaynu, "Soundex Coding"; the table as in Apache Commons Codec 1.16.
enum DaitchMokotoff {
  private static let digits = 6
  /// More codes than names have; a word of nothing but C ends here.
  private static let mostCodes = 32

  /// The codes of a word of small Latin letters, in order; letters of other kinds are left out.
  static func codes(_ word: String) -> [String] {
    let letters = Array(word.utf8.filter { (97...122).contains($0) })
    guard !letters.isEmpty else { return [] }
    var branches = [Branch()]
    var place = 0
    while place < letters.count {
      let rule = longest(letters[place...])
      let next = place + rule.length
      let isBeforeVowel = next < letters.count && vowels.contains(letters[next])
      let sounds = place == 0 ? rule.first : isBeforeVowel ? rule.beforeVowel : rule.elsewhere
      var grown: [Branch] = []
      for branch in branches {
        for sound in sounds {
          let branch = branch.adding(sound, isForced: rule.isKeptTwice)
          if !grown.contains(branch), grown.count < mostCodes { grown.append(branch) }
        }
      }
      branches = grown
      place = next
    }
    var codes: [String] = []
    for branch in branches {
      let code = branch.code + String(repeating: "0", count: max(0, digits - branch.code.count))
      let kept = String(code.prefix(digits))
      if !codes.contains(kept) { codes.append(kept) }
    }
    return codes
  }

  private static let vowels = Set("aeiou".utf8)

  private static func longest(_ rest: ArraySlice<UInt8>) -> Rule {
    for length in stride(from: min(longestSequence, rest.count), through: 1, by: -1) {
      if let rule = rules[String(decoding: rest.prefix(length), as: UTF8.self)] { return rule }
    }
    return Rule(length: 1, first: [""], beforeVowel: [""], elsewhere: [""], isKeptTwice: false)
  }

  private struct Branch: Equatable {
    var code = ""
    var last = ""

    func adding(_ sound: String, isForced: Bool) -> Branch {
      let isRepeated = !sound.isEmpty && last.hasSuffix(sound)
      return Branch(code: isRepeated && !isForced ? code : code + sound, last: sound)
    }
  }
}
