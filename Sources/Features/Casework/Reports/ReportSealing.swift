internal import FoundationEssentials
internal import Kernel
internal import Secrets

/// Seals what is told in a report as text, and opens it again.
struct ReportSealing: Sendable {
  static let table: StaticString = "report"
  static let events: StaticString = "report_event"

  let keyring: Keyring

  func seal(
    _ content: some Encodable, _ id: ID<Report>, _ column: StaticString
  ) throws -> [UInt8] {
    keyring.seal(try Self.text(content), table: Self.table, row: id, column: column)
  }

  func open<Content: Decodable & Sendable>(
    _ sealed: [UInt8], _ id: ID<Report>, _ column: StaticString
  ) throws -> Sensitive<Content> {
    try Self.value(keyring.open(sealed, table: Self.table, row: id, column: column))
  }

  /// A value as sealed text.
  static func text(_ value: some Encodable) throws -> Sensitive<String> {
    Sensitive(String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
  }

  /// The value of an opened text.
  static func value<Content: Decodable & Sendable>(
    _ text: Sensitive<String>
  ) throws -> Sensitive<Content> {
    let text = text.reveal(for: "reading a sealed record")
    return Sensitive(try JSONDecoder().decode(Content.self, from: Data(text.utf8)))
  }
}
