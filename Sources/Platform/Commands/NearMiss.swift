/// Finds what was probably meant by a word that is not known.
enum NearMiss {
  /// The nearest of some words, when at most a third of its letters (and at most three) differ.
  static func suggestion(for word: String, among known: [String]) -> String? {
    let typed = Array(word.lowercased().utf8)
    let nearest =
      known
      .map { (word: $0, distance: distance(typed, Array($0.lowercased().utf8))) }
      .min { $0.distance < $1.distance }
    guard let nearest else { return nil }
    let allowed = min(3, max(1, nearest.word.utf8.count / 3))
    return nearest.distance <= allowed ? nearest.word : nil
  }

  /// The letters to insert, delete, replace or swap with a neighbour to turn one word into another.
  ///
  /// - Complexity: O(a × b) time, O(b) space.
  /// - Note: optimal string alignment, after Damerau 1964.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
        var best = min(replaced, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
        current.append(best)
      }
      (older, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
