import Access
import Database
import Kernel

/// A priority's figures and words of one period, signed off by its lead.
struct SignOff: Hashable, Sendable {
  let id: ID<SignOff>
  let priority: ID<Priority>
  let period: Period
  let account: ID<Account>
  /// The office it was signed in: "Lead of Violence", "Manager"; never a name.
  let author: String
  /// Why it was signed though something was missing; else empty.
  let note: String
  let madeAt: Instant
  /// When a later change of the figures took it away.
  let withdrawnAt: Instant?
  let withdrawnReason: String?
  /// A mark of the figures that were signed.
  let figures: String

  /// Whether it stands for these figures: records of another part of the program may move one.
  func stands(for mark: String) -> Bool { withdrawnAt == nil && figures == mark }

  /// Who signed and when, in words that may be published.
  var words: String {
    let day = "\(author), \(London.day(madeAt).words)"
    return note.isEmpty ? day : "\(day), with something missing: \(note)"
  }
}

extension SignOff {
  static let columns: SQL = """
    s.id, s.priority, s.period, s.account, s.author, s.note, s.made_at, s.withdrawn_at,
    s.withdrawn_reason, s.figures
    """

  init(row: inout Row) throws {
    id = try row.id()
    priority = try row.id()
    period = try row.parsed()
    account = try row.id()
    author = try row.text()
    note = try row.text()
    madeAt = try row.parsed()
    withdrawnAt = try row.optionalParsed()
    withdrawnReason = try row.optionalText()
    figures = try row.text()
  }
}
