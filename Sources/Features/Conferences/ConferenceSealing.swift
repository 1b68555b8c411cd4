internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Secrets

/// The tables whose rows hold words about people: one sealed value a row, in the column `content`.
enum SealedTable: String, CaseIterable, Sendable {
  case referral = "conference_case"
  case research = "conference_research"
  case meeting = "conference_meeting"
  case attendance = "conference_attendance"
  case item = "conference_item"
  case action = "conference_action"
  case copy = "conference_copy"
  case mailbox = "conference_mailbox"
  case kept = "conference_kept"
  case disclosure = "conference_disclosure"
  case outcome = "conference_outcome"

  fileprivate var name: StaticString {
    switch self {
    case .referral: "conference_case"
    case .research: "conference_research"
    case .meeting: "conference_meeting"
    case .attendance: "conference_attendance"
    case .item: "conference_item"
    case .action: "conference_action"
    case .copy: "conference_copy"
    case .mailbox: "conference_mailbox"
    case .kept: "conference_kept"
    case .disclosure: "conference_disclosure"
    case .outcome: "conference_outcome"
    }
  }
}

/// Seals the words of a row as one value, and opens them again.
struct ConferenceSealing: Sendable {
  let keyring: Keyring

  func seal<Row>(_ content: some Encodable, _ table: SealedTable, _ id: ID<Row>) throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    return seal(Sensitive(text), table, id)
  }

  func open<Content: Decodable & Sendable, Row>(
    _ sealed: [UInt8], _ table: SealedTable, _ id: ID<Row>
  ) throws -> Sensitive<Content> {
    let bytes = Data(try text(sealed, table, id).reveal(for: "reading a sealed record").utf8)
    return Sensitive(try JSONDecoder().decode(Content.self, from: bytes))
  }

  /// Adds a row with its words sealed under its id, which tells nothing of how many others there are.
  @discardableResult
  func insert<Row>(
    _ content: some Encodable, _ table: SealedTable, in write: Write,
    _ statement: (_ id: ID<Row>, _ sealed: [UInt8]) throws -> SQL
  ) throws -> ID<Row> {
    let id = ID<Row>.spaced()
    try write.run(try statement(id, try seal(content, table, id)))
    return id
  }

  /// Puts other words into a row.
  func keep<Row>(
    _ content: some Encodable, _ table: SealedTable, _ id: ID<Row>, in write: Write
  ) throws {
    let sealed = try seal(content, table, id)
    try write.run(
      "UPDATE \(SQL(trusted: table.rawValue)) SET content = \(sealed) WHERE id = \(id)")
  }

  func seal<Row>(_ text: Sensitive<String>, _ table: SealedTable, _ id: ID<Row>) -> [UInt8] {
    keyring.seal(text, table: table.name, row: id, column: "content")
  }

  func text<Row>(
    _ sealed: [UInt8], _ table: SealedTable, _ id: ID<Row>
  ) throws -> Sensitive<String> {
    try keyring.open(sealed, table: table.name, row: id, column: "content")
  }
}
