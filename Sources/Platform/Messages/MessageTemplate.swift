public import Kernel

/// The wording of a kind of message, with named fields in double brackets: `Dear ((name))`.
///
/// A change of wording is a new version; a message keeps the version it was written by.
public struct MessageTemplate: Sendable, Hashable {
  /// A stable key, such as `account.link`.
  public let key: String
  /// Counted from 1.
  public let version: Int
  /// What a list of messages calls it, such as "One-time link".
  public let title: String
  /// The subject, which anybody who sees the envelope may read.
  public let subject: String
  /// The body, plain text with lines of any length.
  public let body: String
  /// Whether its words let their reader in somewhere: nobody but the addressee reads them, and address
  /// and body are forgotten once it was sent.
  public let isSecret: Bool

  /// A wording.
  public init(
    key: String, version: Int, title: String, subject: String, body: String,
    isSecret: Bool = false
  ) {
    self.key = key
    self.version = version
    self.title = title
    self.subject = subject
    self.body = body
    self.isSecret = isSecret
  }

  /// What stands in a field.
  public enum Field: Sendable {
    /// What anybody may read, such as a random reference or the partnership's name.
    case open(String)
    /// What is about a person; a subject cannot hold it.
    case personal(Sensitive<String>)
  }

  /// The names of the fields, in the order in which they first appear.
  public var fields: [String] {
    var names: [String] = []
    for piece in Self.pieces(of: subject) + Self.pieces(of: body) {
      if case .field(let name) = piece, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The wording with its fields filled.
  ///
  /// - Throws: ``TemplateProblem`` where a field has no value, or the subject names a personal one;
  ///   values that no field names are passed over.
  public func filled(
    _ values: [String: Field]
  ) throws(TemplateProblem) -> (subject: String, body: Sensitive<String>) {
    var line = ""
    for piece in Self.pieces(of: subject) {
      switch piece {
      case .words(let words): line += words
      case .field(let name):
        guard let value = values[name] else { throw .missing(field: name, template: key) }
        guard case .open(let words) = value else {
          throw .personalSubject(field: name, template: key)
        }
        line += words
      }
    }
    var text = ""
    for piece in Self.pieces(of: body) {
      switch piece {
      case .words(let words): text += words
      case .field(let name):
        switch values[name] {
        case nil: throw .missing(field: name, template: key)
        case .open(let words): text += words
        case .personal(let words): text += words.reveal(for: "writing a message")
        }
      }
    }
    return (line, Sensitive(text))
  }

  private enum Piece {
    case words(String)
    case field(String)
  }

  /// The text cut at its fields; brackets that are never closed are words.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var words = ""
    var rest = text[...]
    while let letter = rest.first {
      if rest.hasPrefix("(("), let name = fieldName(rest.dropFirst(2)) {
        if !words.isEmpty { pieces.append(.words(words)) }
        words = ""
        pieces.append(.field(name))
        rest = rest.dropFirst(name.count + 4)
      } else {
        words.append(letter)
        rest = rest.dropFirst()
      }
    }
    return words.isEmpty ? pieces : pieces + [.words(words)]
  }

  private static func fieldName(_ text: Substring) -> String? {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return !name.isEmpty && text[name.endIndex...].hasPrefix("))") ? String(name) : nil
  }
}

/// Why a message cannot be written by a template; a mistake of the program or of who worded it.
public enum TemplateProblem: Problem, Equatable {
  /// A field has no value.
  case missing(field: String, template: String)
  /// The subject names a field about a person.
  case personalSubject(field: String, template: String)

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .missing(let field, let template):
      "The wording “\(template)” names the field ((\(field))), which this message does not have."
    case .personalSubject(let field, let template):
      "The subject of “\(template)” names ((\(field))), which is about a person. Take it out."
    }
  }

  /// 500: no visitor can mend it.
  public var status: Int { 500 }
}
