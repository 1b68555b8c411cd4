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
  /// The pounds of a fixed penalty; `nil` of another decision, and of one kept before they were asked.
  let penalty: Int?
  /// The rules a fixed penalty was given under, as they stood.
  let rules: [LawFinding]
}

extension Breach {
  /// What was decided about a breach.
  struct Made: Sendable {
    let decision: Decision
    let day: Day
    let outcome: Sensitive<String>
    var penalty: Int?
    var rules: [LawFinding] = []
  }

  static let decisionSchema = """
    ALTER TABLE orders_change ADD COLUMN rules {text} NOT NULL DEFAULT '[]';
    ALTER TABLE orders_breach ADD COLUMN penalty_pounds {i64} CHECK (penalty_pounds > 0);
    ALTER TABLE orders_breach ADD COLUMN rules {text} NOT NULL DEFAULT '[]';
    CREATE INDEX orders_breach_undecided ON orders_breach (made_at, id) WHERE decision IS NULL;
    """
}

extension Power {
  /// Whether breaking it can be acted on: a warning binds nobody.
  var canBeBreached: Bool { kind == .order && self != .possession || self == .acceptableBehaviour }
}

extension Breach {
  static let columns: SQL = """
    b.id, b.version, b.happened_on, b.made_by, b.made_at, b.evidence, b.decision, b.decided_on,
    b.outcome, b.penalty_pounds, b.rules
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
    penalty = try row.optionalInt()
    rules = try LawFinding.kept(try row.text())
  }
}
