import Kernel

/// The word of a plan in paths and on the command line: `safer-thornmere-2029-33`.
struct PlanSlug: Hashable, Sendable, LosslessStringConvertible {
  let description: String

  /// The word that stands for a plan still to be made.
  static let reserved = "new"
  static let longest = 60

  /// Reads small letters, digits and single hyphens between them.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    guard isPlain, text.utf8.count <= PlanSlug.longest, text != PlanSlug.reserved else {
      return nil
    }
    description = text
  }

  /// Draws the word from a title: what is neither letter nor digit parts its words.
  init?(title: String) {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var text = ""
    for word in words where text.utf8.count + word.utf8.count < PlanSlug.longest {
      text += (text.isEmpty ? "" : "-") + word
    }
    self.init(text)
  }
}
