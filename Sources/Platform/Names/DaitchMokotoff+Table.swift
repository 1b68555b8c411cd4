extension DaitchMokotoff {
  /// What a sequence of letters sounds like; several sounds where it is read in several ways.
  struct Rule {
    let length: Int
    let first: [String]
    let beforeVowel: [String]
    let elsewhere: [String]
    /// MN and NM: both sounds count though they are equal.
    let isKeptTwice: Bool
  }

  static let longestSequence = 7

  static let rules: [String: Rule] = {
    var rules: [String: Rule] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      let sounds = parts.prefix(3).map { part in
        part.split(separator: "/").map { $0 == "-" ? "" : String($0) }
      }
      for sequence in parts.dropFirst(3) {
        rules[sequence] = Rule(
          length: sequence.utf8.count, first: sounds[0], beforeVowel: sounds[1],
          elsewhere: sounds[2], isKeptTwice: sequence == "mn" || sequence == "nm")
      }
    }
    return rules
  }()

  /// Sounds when first, before a vowel and elsewhere, then the sequences that have them.
  ///
  /// A dash is no sound, a stroke parts two ways of reading.
  private static let table = """
    0 - - a e i o u
    0 1 - ai aj ay ei ej ey oi oj oy ui uj uy
    0 7 - au
    1 1 - eu
    1 - - ia ie io iu y
    0 - - ue
    7 7 7 b f v w p ph pf fb
    3 3 3 d t dt th
    5 5 5 g k q kh
    5 5 - h
    8 8 8 l
    6 6 6 m n
    66 66 66 mn nm
    9 9 9 r
    4 4 4 s z sh sch
    5 54 54 x ks chs
    4/5 4/5 4/5 c ch
    5/45 5/45 5/45 ck
    1/4 -/4 -/4 j
    94/4 94/4 94/4 rs rz
    4 4 4 cs csz cz czs
    4 4 4 drs drz ds dsh dsz dz dzh dzs
    4 4 4 tc tch ts tsch tsh tsz ttch ttsch tts ttsz ttz tz tzs trs trz
    4 4 4 zh zs zsch zsh
    2 4 4 sc schtch schtsch schtsh shch shtch shtsh stch strs strz stsch stsh szcs szcz
    2 4 4 zdz zdzh zhdzh
    2 43 43 st sht scht szt sd shd schd szd zd zhd
    """
}
