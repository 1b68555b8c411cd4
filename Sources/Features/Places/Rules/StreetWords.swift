/// How names of streets are compared: small letters and digits alone, words parted by one space,
/// usual abbreviations written out.
enum StreetWords {
  private static let short = [
    "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close", "ct": "court",
    "cres": "crescent", "dr": "drive", "gdns": "gardens", "gdn": "garden", "gr": "grove",
    "pl": "place", "sq": "square", "ter": "terrace", "terr": "terrace", "pk": "park",
    "hse": "house", "wy": "way",
  ]

  /// A name as it is kept for comparing; an apostrophe parts no word, a last “St” is a street and
  /// any other a saint.
  static func of(_ name: String) -> String {
    let plain = name.lowercased().filter { $0 != "'" && $0 != "’" && $0 != "." }
    var words = plain.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    for index in words.indices {
      if words[index] == "st", index == words.count - 1, index > 0 {
        words[index] = "street"
      } else if index > 0, let long = short[words[index]] {
        words[index] = long
      }
    }
    return words.joined(separator: " ")
  }

  /// What kept names begin with that somebody has typed so far: the last word is not written out,
  /// since it may be unfinished.
  static func prefix(_ typed: String) -> String {
    let plain = typed.lowercased().filter { $0 != "'" && $0 != "’" && $0 != "." }
    return plain.split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }
}
