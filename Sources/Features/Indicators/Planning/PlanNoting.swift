import Access
import Database
import Kernel
import Partnership

/// Notes in the audit trail what was done to a plan, from a page or the command line.
struct PlanNoting {
  let services: Services
  /// Who did it; `nil` for a command.
  let account: ID<Account>?
  let now: Instant

  /// Notes that a plan was changed, where it was.
  func changed(_ editor: PlanEditor, in write: Write) throws {
    guard !editor.changes.isEmpty else { return }
    try note(
      "indicators.plan-changed", "plan/\(editor.plan.id)",
      ["plan": editor.plan.slug, "changes": String(editor.changes.count)], in: write)
  }

  /// Withdraws the sign-offs under which a change moved a state.
  func withdraw(_ effect: PlanEffect, in write: Write) throws {
    for (indicator, period) in effect.movedStates {
      let withdrawn = try SignOffStore.withdraw(
        [indicator], period.months, reason: "The plan was changed after the sign-off", at: now,
        in: write)
      for one in withdrawn {
        try note(
          "indicators.sign-off-withdrawn", SignOffStore.subject(one.priority),
          ["period": one.period.description], in: write)
      }
    }
  }

  func note(
    _ action: String, _ subject: String, _ detail: [String: String], in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(actor: account, action: action, subject: subject, detail: detail, at: now),
      in: write)
  }
}
