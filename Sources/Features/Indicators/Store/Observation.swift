import Access
import Database
import Kernel

/// One figure of an indicator for a period, with where it comes from.
struct Observation: Hashable, Sendable {
  let id: ID<Observation>
  let indicator: ID<Indicator>
  let period: Period
  let amount: Amount
  let provenance: Provenance
  /// Why it took the place of an earlier figure; `nil` for the first.
  let reason: String?
  let recordedAt: Instant
  /// When a correction took its place; `nil` while it stands.
  let supersededAt: Instant?
}

extension Observation {
  static let columns: SQL = """
    id, indicator, period, value, numerator, denominator, origin, account, file, sha256, measure,
    document, reason, recorded_at, superseded_at
    """

  init(row: inout Row) throws {
    id = try row.id()
    indicator = try row.id()
    period = try row.parsed()
    amount = try Amount(row: &row)
    provenance = try Provenance(row: &row)
    reason = try row.optionalText()
    recordedAt = try row.parsed()
    supersededAt = try row.optionalParsed()
  }
}

extension Amount {
  /// Reads value, numerator and denominator.
  init(row: inout Row) throws {
    self.init(
      try row.figure(), numerator: try row.optionalFigure(), denominator: try row.optionalFigure())
  }
}

/// A figure to be kept.
struct NewObservation: Sendable {
  let indicator: ID<Indicator>
  let period: Period
  let amount: Amount
  let provenance: Provenance
  /// Why it takes the place of the figure that stands, where one does.
  var reason: String?
}

/// Where a figure comes from.
enum Provenance: Hashable, Sendable {
  case typed(by: ID<Account>)
  case imported(file: String, sha256: String)
  /// Computed from records of this system, and frozen.
  case computed(measure: String)
  /// Drawn by chance for a demonstration.
  case synthetic
  /// Printed in a document.
  case published(document: String)

  /// The word kept in the database.
  var origin: String {
    switch self {
    case .typed: "typed"
    case .imported: "imported"
    case .computed: "computed"
    case .synthetic: "synthetic"
    case .published: "published"
    }
  }

  /// Where the figure comes from, in words for a page.
  var words: String {
    switch self {
    case .typed: "Typed in"
    case .imported(let file, let sha256): "Imported from \(file) (SHA-256 \(sha256.prefix(12))…)"
    case .computed(let measure): "Computed from records (\(measure))"
    case .synthetic: "Synthetic, for demonstration"
    case .published(let document): "As published: \(document)"
    }
  }
}

extension Provenance {
  /// Reads origin, account, file, sha256, measure and document.
  init(row: inout Row) throws {
    switch try row.text() {
    case "typed":
      self = .typed(by: try row.id())
      row.skip(4)
    case "imported":
      row.skip(1)
      self = .imported(file: try row.text(), sha256: try row.text())
      row.skip(2)
    case "computed":
      row.skip(3)
      self = .computed(measure: try row.text())
      row.skip(1)
    case "synthetic":
      row.skip(5)
      self = .synthetic
    case "published":
      row.skip(4)
      self = .published(document: try row.text())
    default: throw DatabaseError.shape("the origin of a figure is not known")
    }
  }

  /// The values of those columns in order.
  var values: [Value] {
    var account: Value = .null
    var file: Value = .null
    var sha256: Value = .null
    var measure: Value = .null
    var document: Value = .null
    switch self {
    case .typed(let by): account = by.bound
    case .imported(let name, let hash):
      file = .text(name)
      sha256 = .text(hash)
    case .computed(let key): measure = .text(key)
    case .synthetic: break
    case .published(let title): document = .text(title)
    }
    return [.text(origin), account, file, sha256, measure, document]
  }
}
