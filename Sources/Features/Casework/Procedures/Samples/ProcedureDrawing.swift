internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Draws the sample of a month, once.
struct ProcedureDrawing {
  static let drawnBefore = "The sample of this month is drawn already: a second would be a choice"

  let services: Services
  let account: ID<Account>?
  let now: Instant

  /// Draws it from the cases that were closed in the month; the month.
  func draw(_ fields: Fields, seed: UInt64, in write: Write) throws -> Month {
    let store = SampleStore(keyring: services.keyring)
    var cases: [CheckedCase] = []
    if let month = Month(fields["month"] ?? "") {
      guard try store.sample(of: month, write) == nil else {
        throw Refusal("month", Self.drawnBefore)
      }
      cases = try ProcedureFigures(
        closed: ProcedureFigures.days(month), at: now, write
      ).cases
    }
    let form = try DrawForm(fields, closed: cases.count, now: London.day(now), seed: seed)
    try store.draw(form, from: cases, by: account, at: now, in: write)
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.procedure-drawn",
        subject: "procedure-sample/\(form.month)",
        detail: ["seed": String(form.seed), "size": String(form.size), "of": String(cases.count)],
        at: now), in: write)
    return form.month
  }
}
