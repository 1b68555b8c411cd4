internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Agrees covers and takes them away; each is in the audit trail.
struct CoverActs {
  let services: Services
  /// Who does it; `nil` from the shell.
  let account: ID<Account>?
  let now: Instant

  /// Those who may be away and who may cover.
  func workers(_ read: Read) throws -> [Person] {
    try services.people.people(CasePolicy.roles(.work), read)
  }

  func add(_ form: CoverForm, in write: Write) throws {
    let isNew = try CoverStore.add(
      form.days, of: form.away.id, by: form.by.id, made: account, at: now, in: write)
    guard isNew else {
      throw Refusal(
        "first-day", "Their cases are covered on one of these days already: end that cover first")
    }
    try record("casework.cover", form.away.id, form.by.id, form.days, in: write)
  }

  func end(_ cover: Cover, in write: Write) throws {
    try CoverStore.remove(cover.id, in: write)
    try record("casework.cover-end", cover.away, cover.by, cover.days, in: write)
  }

  private func record(
    _ action: String, _ away: ID<Account>, _ by: ID<Account>, _ days: ClosedRange<Day>,
    in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: action, subject: "account/\(away)",
        detail: [
          "by": by.description, "first": days.lowerBound.description,
          "last": days.upperBound.description,
        ], at: now), in: write)
  }
}
