/// A count as it may leave the conference: 1 to 4 are not told, and nothing gives them away.
enum PublishedCount {
  /// Counts from 1 to this are held back.
  static let most = 4
  static let words = "1 to 4: not shown"

  /// Parts of a whole as they may be told beside their sum.
  ///
  /// Where one part alone is held back the sum would give it away: the next smallest that is not
  /// nought goes with it. Nought is told as nought.
  static func shown(_ parts: [Int]) -> [Int?] {
    var shown = parts.map { (1...most).contains($0) ? nil : Optional($0) }
    let hidden = parts.indices.filter { shown[$0] == nil }
    guard hidden.count == 1 else { return shown }
    let next = parts.indices.filter { parts[$0] > most }.min { parts[$0] < parts[$1] }
    if let next { shown[next] = nil }
    return shown
  }

  static func words(_ count: Int?, isSmall: Bool) -> String {
    count.map { String($0) } ?? (isSmall ? words : "not shown")
  }
}
