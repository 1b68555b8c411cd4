/// How much of what is looked for a name meets.
public struct NameScore: Sendable, Comparable {
  /// How many of the words looked for were met, each by another word of the name.
  public let met: Int
  /// How many were looked for.
  public let sought: Int
  /// The sum of how well they fit, and how few words of the name are left over.
  public let strength: Int
  /// How well the word fits that fits worst.
  public let weakest: NameMatch

  /// Compares a name with what is looked for; `nil` where no word is met by more than an initial.
  ///
  /// Words that fit best are paired first. Two neighbours may together meet one word.
  public init?(_ name: NameWords, for sought: NameWords) {
    var (taken, met): (Set<NameWord>, [NameWord: NameMatch]) = ([], [:])
    for pair in Self.pairs(name, sought)
    where taken.isDisjoint(with: pair.name) && pair.sought.allSatisfy({ met[$0] == nil }) {
      taken.formUnion(pair.name)
      for word in pair.sought { met[word] = pair.match }
    }
    guard let best = met.values.max(), best > .initial, let weakest = met.values.min() else {
      return nil
    }
    self.weakest = weakest
    self.met = met.count
    self.sought = sought.words.count
    let left = name.words.count - taken.count
    strength = met.values.reduce(0) { $0 + $1.rawValue } * 4 - min(left, 3)
  }

  private typealias Pair = (match: NameMatch, name: [NameWord], sought: [NameWord])

  /// What fits, the best first.
  private static func pairs(_ name: NameWords, _ sought: NameWords) -> [Pair] {
    var pairs: [Pair] = []
    func add(_ word: NameWord, _ wanted: NameWord, _ name: [NameWord], _ sought: [NameWord]) {
      if let match = word.match(wanted) { pairs.append((match, name, sought)) }
    }
    for word in name.words {
      for wanted in sought.words { add(word, wanted, [word], [wanted]) }
      for wanted in sought.joined where !word.isInitial {
        add(word, wanted.word, [word], [wanted.first, wanted.second])
      }
    }
    for pair in name.joined {
      for wanted in sought.words where !wanted.isInitial {
        add(pair.word, wanted, [pair.first, pair.second], [wanted])
      }
    }
    // Of those that fit alike the earlier stays first.
    return NameMatch.allCases.reversed().flatMap { match in pairs.filter { $0.match == match } }
  }

  /// Whether every word that was looked for is met.
  public var isFull: Bool { met == sought }

  /// By words met, then by how well they fit.
  public static func < (left: NameScore, right: NameScore) -> Bool {
    (left.met, left.strength) < (right.met, right.strength)
  }
}
