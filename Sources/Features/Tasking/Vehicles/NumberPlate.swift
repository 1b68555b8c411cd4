internal import Kernel

/// A vehicle's registration mark, in capitals and without spaces.
struct NumberPlate: Hashable, Sendable {
  let text: Sensitive<String>

  static let words = "Enter the registration mark: 2 to 8 letters and figures, such as AB12 CDE"

  /// Reads a mark as it is written; `nil` where it cannot be one.
  ///
  /// Marks of other countries are taken too, so only letters, figures and the length are held to.
  init?(_ written: String) {
    let kept = written.uppercased().filter { !" -.\u{a0}".contains($0) }
    guard (2...8).contains(kept.utf8.count),
      kept.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }),
      kept.utf8.contains(where: { (48...57).contains($0) })
    else { return nil }
    text = Sensitive(kept)
  }

  /// The mark as people write it: a space before the last three of seven, "AB12 CDE".
  static func spaced(_ text: String) -> String {
    text.utf8.count == 7 ? "\(text.prefix(4)) \(text.suffix(3))" : text
  }

  /// Whether a text holds what looks like a mark of Great Britain since 2001, such as AB12 CDE.
  static func isIn(_ text: String) -> Bool {
    let bytes = Array(text.uppercased().utf8)
    func letters(_ range: Range<Int>) -> Bool {
      bytes[range].allSatisfy { (65...90).contains($0) }
    }
    func isWord(_ place: Int) -> Bool {
      bytes.indices.contains(place)
        && ((65...90).contains(bytes[place]) || (48...57).contains(bytes[place]))
    }
    return bytes.indices.contains { start in
      guard start + 7 <= bytes.count, !isWord(start - 1), letters(start..<start + 2),
        bytes[start + 2..<start + 4].allSatisfy({ (48...57).contains($0) })
      else { return false }
      let rest = bytes[start + 4] == 32 ? start + 5 : start + 4
      return rest + 3 <= bytes.count && letters(rest..<rest + 3) && !isWord(rest + 3)
    }
  }
}
