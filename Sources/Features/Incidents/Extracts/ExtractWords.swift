internal import Kernel

/// The numbers of a source's words, and those that are new.
final class ExtractWords {
  /// What a word is of.
  enum Kind: String, CaseIterable, Sendable {
    case category, outcome, area, location

    /// How many there may be: past it a column is not what it is taken for.
    var limit: Int {
      switch self {
      case .category, .outcome: 2_000
      case .area: 100_000
      case .location: 2_000_000
      }
    }

    /// The role of the column that says it.
    var role: Mapping.Role {
      switch self {
      case .category: .category
      case .outcome: .outcome
      case .area: .area
      case .location: .location
      }
    }
  }

  /// A word that is not yet written.
  struct New: Sendable {
    let id: Int64
    let kind: Kind
    let text: String
  }

  private var known: [Kind: [String: Int]] = [:]
  private var numbers: NumberBlocks.Block
  private(set) var new: [New] = []

  /// Begins with the words there are.
  init(_ words: [(id: Int, kind: Kind, text: String)], numbers: NumberBlocks.Block) {
    self.numbers = numbers
    for word in words { known[word.kind, default: [:]][word.text] = word.id }
  }

  /// The number of a word.
  func number(of text: String, _ kind: Kind) throws -> Int {
    if let number = known[kind]?[text] { return number }
    guard known[kind, default: [:]].count < kind.limit else { throw TooManyWords(kind: kind) }
    let id = try numbers.next()
    known[kind, default: [:]][text] = Int(id)
    new.append(New(id: id, kind: kind, text: text))
    return Int(id)
  }

  /// The number of a word; `nil` for an empty one.
  func optionalNumber(of text: String, _ kind: Kind) throws -> Int? {
    text.isEmpty ? nil : try number(of: text, kind)
  }

  /// Hands over the new words.
  func takeNew() -> [New] {
    defer { new = [] }
    return new
  }
}

/// A column with more different values than its kind of word can have.
struct TooManyWords: Error {
  let kind: ExtractWords.Kind
}
