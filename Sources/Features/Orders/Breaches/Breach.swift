internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// A breach of an order that became known, and what was decided about it.
struct Breach: Sendable {
  enum Decision: String, CaseIterable, Sendable {
    case noAction = "no-action"
    case warned
    case penalty
    case charged
    case court

    var title: String {
      switch self {
      case .noAction: "No action"
      case .warned: "Warned again"
      case .penalty: "Fixed penalty notice"
      case .charged: "Charged, or reported for summons"
      case .court: "Taken back to the court that made it"
      }
    }
  }

  let id: ID<Breach>
  let version: Int
  let happenedOn: Day
  let recordedBy: ID<Account>?
  let recordedAt: Instant
  let evidence: Sensitive<String>
  /// `nil` until somebody decides.
  let decision: Decision?
  let decidedOn: Day?
  /// Why, and what came of it; empty until somebody decides.
  let outcome: Sensitive<String>
}

extension Power {
  /// Whether breaking it can be acted on: a warning binds nobody.
  var canBeBreached: Bool { kind == .order && self != .possession || self == .acceptableBehaviour }
}

extension Breach {
  static let columns: SQL = """
    b.id, b.version, b.happened_on, b.made_by, b.made_at, b.evidence, b.decision, b.decided_on,
    b.outcome
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<Breach> = try row.id()
    self.id = id
    version = try row.int()
    happenedOn = try row.parsed()
    recordedBy = try row.optionalID()
    recordedAt = try row.parsed()
    evidence = try keyring.open(
      try row.bytes(), table: BreachStore.table, row: id, column: "evidence")
    decision = try row.optionalChoice()
    decidedOn = try row.optionalParsed()
    outcome = try keyring.open(
      try row.bytes(), table: BreachStore.table, row: id, column: "outcome")
  }
}
