import Access
import Database
import Kernel

/// What is known of one agency's return for a period, once it was chased or received.
struct PartnerReturn: Hashable, Sendable {
  let id: ID<PartnerReturn>
  let plan: ID<Plan>
  let organisation: ID<Organisation>
  let period: Period
  let dueDay: Day
  let isReceived: Bool
  let chasedAt: Instant?
  let receivedAt: Instant?
  let receivedBy: ID<Account>?
  let file: String?
  let sha256: String?
  let version: Int
}

extension PartnerReturn {
  static let columns: SQL = """
    id, plan, organisation, period, due_day, state, chased_at, received_at, received_by, file,
    sha256, version
    """

  init(row: inout Row) throws {
    id = try row.id()
    plan = try row.id()
    organisation = try row.id()
    period = try row.parsed()
    dueDay = try row.parsed()
    isReceived = try row.text() == "received"
    chasedAt = try row.optionalParsed()
    receivedAt = try row.optionalParsed()
    receivedBy = try row.optionalID()
    file = try row.optionalText()
    sha256 = try row.optionalText()
    version = try row.int()
  }
}

/// One asking of a late agency.
struct ReturnChase: Hashable, Sendable {
  let account: ID<Account>
  let madeAt: Instant
  /// When to ask again.
  let nextDay: Day
  /// The text that was to be sent.
  let words: String
}

extension ReturnChase {
  init(row: inout Row) throws {
    account = try row.id()
    madeAt = try row.parsed()
    nextDay = try row.parsed()
    words = try row.text()
  }
}

/// A file that was read and waits to be confirmed.
struct ReturnDraft: Hashable, Sendable {
  let id: ID<ReturnDraft>
  let partnerReturn: ID<PartnerReturn>
  let file: String
  let sha256: String
  let lines: [ReturnAnswer]
}

extension ReturnDraft {
  init(row: inout Row) throws {
    id = try row.id()
    partnerReturn = try row.id()
    file = try row.text()
    sha256 = try row.text()
    lines = try Frozen.decode([ReturnAnswer].self, Array(try row.text().utf8))
  }
}

/// One answered row of a return.
struct ReturnAnswer: Codable, Hashable, Sendable {
  /// The row's id in the form.
  let row: String
  let value: String
  let numerator: String?
  let denominator: String?

  init(row: String, _ amount: Amount) {
    self.row = row
    value = amount.value.description
    numerator = amount.numerator?.description
    denominator = amount.denominator?.description
  }

  var amount: Amount? {
    Figure(value).map {
      Amount(
        $0, numerator: numerator.flatMap { Figure($0) },
        denominator: denominator.flatMap { Figure($0) })
    }
  }
}
