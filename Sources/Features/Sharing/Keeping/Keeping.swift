internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Deletes shares and requests whose time is over, one by one, or keeps them; each act is on record.
struct Keeping {
  let services: Services
  /// Who it is; `nil` of whoever runs the machine.
  let account: ID<Account>?
  let now: Instant

  private var store: KeepingStore { KeepingStore(keyring: services.keyring) }
  private var today: Day { London.day(now) }

  /// Everything that is due.
  func due(_ read: Read) throws -> [KeptRecord] {
    try KeptKind.allCases.flatMap { try store.due($0, on: today, read) }
  }

  /// Deletes what is due under a reference; what it was.
  func delete(_ typed: String?, in write: Write) throws -> KeptRecord {
    let record = try found(typed, write)
    try store.delete(record, in: write)
    try note(
      "sharing.\(record.kind.rawValue)-deleted", record.kind, record.reference,
      ["months": String(try store.rule(record.kind, write).months)], in: write)
    return record
  }

  func keep(_ typed: String?, _ fields: Fields, in write: Write) throws -> KeptRecord {
    let record = try found(typed, write)
    let form = try KeepUntilForm(fields, today: today)
    try store.keep(record, form, by: account, at: now, in: write)
    try note(
      "sharing.\(record.kind.rawValue)-kept", record.kind, record.reference,
      ["until": form.until.description], in: write)
    return record
  }

  func change(_ form: MonthsForm, in write: Write) throws {
    try store.change(form.kind, to: form.months, by: account, at: now, in: write)
    try services.audit.record(
      AuditEvent(
        actor: account, action: "sharing.keeping-changed", subject: "sharing",
        detail: ["kind": form.kind.rawValue, "months": String(form.months)], at: now), in: write)
  }

  private func found(_ typed: String?, _ read: Read) throws -> KeptRecord {
    let reference = Reference((typed ?? "").filter { !$0.isWhitespace })
    guard let found = try due(read).first(where: { $0.reference == reference }) else {
      throw Refusal("record", "Choose one of those that are past their time")
    }
    return found
  }

  private func note(
    _ action: String, _ kind: KeptKind, _ reference: Reference, _ detail: [String: String],
    in write: Write
  ) throws {
    let subject =
      switch kind {
      case .share: "share/\(reference)"
      case .request: "share-request/\(reference)"
      }
    try services.audit.record(
      AuditEvent(actor: account, action: action, subject: subject, detail: detail, at: now),
      in: write)
  }
}
