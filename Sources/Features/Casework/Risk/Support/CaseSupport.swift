internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Somebody of a case who is under 18, and the support that was offered to them.
struct CaseSupport: Sendable {
  /// The ages it is about.
  static let ages = 5...17

  let id: ID<CaseSupport>
  let person: ID<CasePerson>
  /// What they are in the case.
  let part: CasePart
  /// Their age when it was written down.
  let age: Int
  let recordedAt: Instant
  /// The day support was offered; `nil` while none was.
  let offeredOn: Day?
  let organisation: ID<Organisation>?
  let answer: ReferralAnswer?
  let content: Sensitive<Content>

  struct Content: Codable, Equatable, Sendable {
    /// What was offered.
    var offer = ""
    /// What came of it.
    var words = ""
  }

  static let columns: SQL = """
    s.id, s.person, p.part, s.age, s.recorded_at, s.offered_on, s.organisation, s.answer, s.content
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<CaseSupport> = try row.id()
    self.id = id
    person = try row.id()
    part = try row.choice()
    age = try row.int()
    recordedAt = try row.parsed()
    offeredOn = try row.optionalParsed()
    organisation = try row.optionalID()
    answer = try row.optionalChoice()
    content = try ReportSealing.value(
      keyring.open(try row.bytes(), table: "case_support", row: id, column: "content"))
  }

  /// Whether an action against them goes without support: they are complained of and were offered none.
  var isMissing: Bool { part == .subject && offeredOn == nil }
}

extension CaseOutcome {
  /// Whether it is an action against somebody complained of.
  var isAgainstSomebody: Bool { self == .warning || self == .order }
}
