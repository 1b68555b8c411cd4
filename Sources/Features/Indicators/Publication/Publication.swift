import Access
import Database
import FoundationEssentials
import Kernel
import Secrets

/// One issue of a period as it was published; its files never change.
struct Publication: Hashable, Sendable {
  let id: ID<Publication>
  let plan: ID<Plan>
  let period: Period
  /// 1, then 2 for the first correction.
  let number: Int
  /// What was corrected; empty for the first issue.
  let note: String
  let account: ID<Account>
  let madeAt: Instant
  /// Why it was published before every priority had signed; `nil` where all had.
  let earlyReason: String?

  var slug: String { PublicIssue.slug(period, number) }
}

extension Publication {
  static let columns: SQL = "id, plan, period, number, note, account, made_at, early_reason"

  init(row: inout Row) throws {
    id = try row.id()
    plan = try row.id()
    period = try row.parsed()
    number = try row.int()
    note = try row.text()
    account = try row.id()
    madeAt = try row.parsed()
    earlyReason = try row.optionalText()
  }
}

/// One frozen file of a publication.
struct IssueFile: Hashable, Sendable {
  let name: Name
  let bytes: [UInt8]

  enum Name: String, Sendable, CaseIterable {
    /// What it was derived from; stays inside.
    case inputs = "inputs.json"
    case issue = "issue.json"
    case csv = "issue.csv"
    case xlsx = "issue.xlsx"

    var type: String {
      switch self {
      case .inputs, .issue: "application/json"
      case .csv: "text/csv; charset=utf-8"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
    }
  }

  /// The file's SHA-256 in hexadecimal.
  var sha256: String { SHA256.hash(bytes).hexadecimal }
}

/// Frozen values as bytes: the same value is the same bytes.
enum Frozen {
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(value))
  }

  static func decode<Result: Decodable>(_ type: Result.Type, _ bytes: [UInt8]) throws -> Result {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}

/// Short marks of texts.
enum Digest {
  /// A mark of a text, to tell whether it is still the same.
  static func mark(_ text: String) -> String {
    SHA256.hash(Array(text.utf8)).prefix(8).hexadecimal
  }
}
