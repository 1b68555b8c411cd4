internal import HTTP
internal import Kernel
internal import Names

/// What somebody looks for: a reference, or words of names, places, titles and tags, with a date of birth.
struct SearchQuery: Sendable {
  /// The most words that are looked for.
  static let most = 6
  static let limit = 200

  let typed: Sensitive<String>
  let reference: Reference?
  let name: NameWords
  let words: [String]
  let born: Day?

  /// Reads a form; a reference that cannot be right is refused with what to do.
  init(_ fields: Fields, letters: String) throws {
    var form = FormReader(fields)
    let text = form.optionalText("sought", limit: Self.limit) ?? ""
    let born = BirthDate.read(fields, &form)
    try form.finish()
    try self.init(text, born: born, letters: letters)
  }

  init(_ text: String, born: Day?, letters: String) throws {
    guard text.count <= Self.limit else {
      throw Refusal("sought", "Use \(Self.limit) characters or fewer")
    }
    typed = Sensitive(text)
    reference = Reference(text)
    if reference == nil, Self.isMeantAsReference(text, letters) {
      throw Refusal(
        "sought",
        "This reference has a wrong character or one too few. Compare it with the letter it stands in"
      )
    }
    self.born = born
    let all = try NameWords(text)
    guard all.words.count <= Self.most else {
      throw Refusal("sought", "Enter at most \(Self.most) words")
    }
    name = all
    words = Array(try NameWords.plain(text).filter { $0.count > 1 }.prefix(Self.most))
    if reference == nil, born == nil, all.words.allSatisfy(\.isInitial) {
      throw Refusal(
        "sought",
        all.words.isEmpty
          ? "Enter a name, a reference, a place or words of a title"
          : "Enter at least one whole word beside a first letter")
    }
  }

  /// What the audit trail keeps a keyed hash of: the words in one order and form.
  var canonical: Sensitive<String> {
    if let reference { return Sensitive(reference.description) }
    let words = name.words.map(\.text).sorted() + (born.map { [$0.description] } ?? [])
    return Sensitive(words.joined(separator: " "))
  }

  /// Whether it begins like the partnership's references and has nearly their length.
  private static func isMeantAsReference(_ text: String, _ letters: String) -> Bool {
    let plain = text.uppercased().filter { !" -–.".contains($0) }
    let code = plain.dropFirst(letters.count)
    return plain.hasPrefix(letters) && (7...9).contains(code.count)
      && code.contains(where: \.isNumber) && code.allSatisfy { $0.isASCII }
  }
}
