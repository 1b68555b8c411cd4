internal import Access
internal import Database
internal import Kernel
internal import Messages

/// A letter that somebody in a case was written; whom it went to and what it says is sealed.
struct CaseLetter: Sendable {
  let id: ID<CaseLetter>
  let person: ID<CasePerson>
  let kind: CaseLetterKind
  /// The version of the wording it was begun with.
  let version: Int
  let route: MessageRoute
  let madeAt: Instant
  let madeBy: ID<Account>?
  /// The message of the outbox that takes it there.
  let message: ID<SentMessage>
  let content: Sensitive<Content>

  struct Content: Codable, Equatable, Sendable {
    var name: String
    /// A mailbox, or the lines of an address.
    var address: String
    var heading: String
    /// Each line is a paragraph.
    var words: String
  }
}

extension CaseLetter {
  /// The subject of an email, which tells nothing.
  static func subject(_ file: CaseFile) -> String { "About \(file.reference)" }
}

extension CaseLetter.Content {
  /// What goes out: an email has its heading above its words; paper has it from who prints it.
  func sent(by route: MessageRoute) -> String {
    route == .email ? "\(heading)\n\n\(words)" : words
  }
}
