internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What is done with the working days, the same from the page and from the shell: each with its row of
/// the trail.
struct WorkingDayWork {
  static let added = "casework.working-day-added"
  static let removed = "casework.working-day-removed"

  static let words = [
    added: "A day off, or a bank holiday that is worked, added to the working days",
    removed: "A day of the working days taken away",
  ]

  let services: Services
  let account: ID<Account>?
  let now: Instant

  func add(_ fields: Fields, in write: Write) throws -> ChangedDay {
    let kept = try WorkingDays.changed(write)
    let changed = try WorkingDayForm(fields, after: kept, today: London.day(now)).changed
    try WorkingDays.keep(changed, by: account, at: now, in: write)
    let kind = changed.isWorked ? WorkingDayForm.worked : WorkingDayForm.off
    try record(Self.added, changed.day, ["kind": kind], write)
    return changed
  }

  func remove(_ day: Day, in write: Write) throws {
    guard try WorkingDays.changed(write).contains(where: { $0.day == day }) else {
      throw Refusal("remove", "\(day.words) is not among the days that were added")
    }
    try WorkingDays.remove(day, by: account, at: now, in: write)
    try record(Self.removed, day, [:], write)
  }

  private func record(
    _ action: String, _ day: Day, _ detail: [String: String], _ write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: action, subject: "working-day/\(day)", detail: detail, at: now),
      in: write)
  }
}
