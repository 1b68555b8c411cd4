internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the commands of sharing have in common: fields from options, a change with its note in the
/// trail, and who is meant by a key.
struct SharingCommanding {
  let invocation: Invocation
  let services: Services

  var now: Instant { services.clock.now() }
  var today: Day { services.clock.today }

  /// Changes something and prints what was done; what is refused is wrong use.
  func write(_ body: (Write) throws -> String) throws {
    do {
      let words = try services.database.write { write in try body(write) }
      invocation.output.line(words)
    } catch let refusal as Refusal {
      throw UsageError(refusal.entries.map(\.message).joined(separator: ". ") + ".")
    }
  }

  func record(
    _ action: String, _ subject: String, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(actor: nil, action: action, subject: subject, detail: detail, at: now),
      in: write)
  }

  /// The fields of a day that an option gives; none where it was left out.
  func day(_ option: String, as field: String) throws -> [(String, String)] {
    let day = try invocation.option(option, expected: "a day such as 2026-12-31") { Day($0) }
    return day.map { DateInput.fields(field, $0) } ?? []
  }

  /// The id of the organisation of a key.
  func organisation(_ key: String, _ option: String, _ agencies: [Agency]) throws -> String {
    guard let agency = agencies.first(where: { $0.key == key }) else {
      let keys = agencies.map(\.key).joined(separator: ", ")
      throw UsageError("\(option): expected one of \(keys).", argument: option)
    }
    return agency.id.description
  }

  /// The reference of a command.
  func reference() throws -> Reference {
    guard let reference = Reference(invocation.value("REFERENCE")) else {
      throw UsageError(
        "REFERENCE: expected a reference such as TM-7K42-0931.", argument: "REFERENCE")
    }
    return reference
  }

  func page() throws -> Int {
    try invocation.option("--page", expected: "a number from 1") { text in
      Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
    } ?? 1
  }

  static let json = Argument.flag("--json", "print one JSON value")
  static let pageOption = Argument.option("--page", value: "NUMBER", "the page, from 1")
  static let fields = Argument.repeated(
    "--field", value: "KIND", "a kind of data, once for each",
    oneOf: ShareField.allCases.map(\.rawValue))
}
