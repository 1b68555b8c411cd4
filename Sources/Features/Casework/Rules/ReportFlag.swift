/// What the words of a report may warn of; it goes to the duty officer at once.
enum ReportFlag: String, CaseIterable, Codable, Sendable {
  case suicide
  case domestic
  case child
  case cuckooing

  var title: String {
    switch self {
    case .suicide: "Suicide or self-harm"
    case .domestic: "Domestic abuse"
    case .child: "A child at risk"
    case .cuckooing: "A home taken over (cuckooing)"
    }
  }

  /// Words and runs of words that warn of it; they stand at the start of a word, so that "suicid"
  /// finds "suicidal"; a space at the end of a sign ends the word, so that "my ex " finds no "my exam".
  var signs: [String] {
    switch self {
    case .suicide:
      [
        "suicid", "kill myself", "kill himself", "kill herself", "kill themsel", "killing myself",
        "killing himself", "killing herself", "end my life", "ending my life", "end his life",
        "end her life", "take my own life", "take his own life", "take her own life", "end it all",
        "want to die", "wants to die", "self harm", "selfharm", "hurt myself",
        "harm myself", "overdose", "no point living", "cant go on", "better off dead",
      ]
    case .domestic:
      [
        "domestic abuse", "domestic violence", "hits me", "hit me ", "hitting me", "beats me",
        "beat me ", "beating me", "scared of my", "afraid of my", "frightened of my", "my ex ",
        "my exs ", "raped", "rapes ", "sexually assault", "hits her", "hitting her",
        "beats her", "beating her", "hits him", "strangl", "controls me", "wont let me leave",
        "wont let her leave", "forced marriage", "honour based", "coercive", "threatens to kill me",
        "threatened to kill me", "threatening to kill me",
      ]
    case .child:
      [
        "child abuse", "abusing a child", "hits the child", "hitting the child", "hits the kids",
        "hitting the kids", "child is crying", "children are left", "child left alone",
        "kids left alone", "baby crying all", "child neglect", "grooming girl", "grooming boy",
        "grooming a girl", "grooming a boy", "grooming a child", "grooming child", "grooming kid",
        "grooming young", "grooming teen", "grooming her ", "grooming him ", "grooming them ",
        "grooming my", "being groomed", "groomed by", "sexual exploitation",
        "county lines", "child is in danger", "scared for the child", "scared for the kids",
      ]
    case .cuckooing:
      [
        "cuckoo", "taken over his flat", "taken over her flat", "taken over the flat",
        "taken over their flat", "taken over his home", "taken over her home", "using his flat",
        "using her flat", "moved into his flat", "moved into her flat",
      ]
    }
  }

  /// What some texts warn of, in the order of ``allCases``.
  ///
  /// It looks for signs alone and would rather flag too much: a person reads what it flags.
  static func found(in texts: [String]) -> [ReportFlag] {
    let plain = " " + texts.map(Self.plain).joined(separator: " ") + " "
    return allCases.filter { flag in flag.signs.contains { plain.contains(" " + $0) } }
  }

  /// Small letters and single spaces; apostrophes part no word, so that "won't" is "wont".
  private static func plain(_ text: String) -> String {
    let letters = text.lowercased().filter { $0 != "'" && $0 != "’" }
    return letters.split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }
}
