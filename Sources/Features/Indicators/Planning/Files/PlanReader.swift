import Access
import Commands
import Database
import Kernel
import Partnership

/// What reading a table into a plan did.
struct PlanReading: Sendable {
  let report: PlanImporter.Report
  let changes: [PlanChange]
  let effect: PlanEffect
}

/// Reads a table into a plan, from the command line or a page.
struct PlanReader {
  let services: Services
  let author: String
  let account: ID<Account>?
  let now: Instant

  /// Reads a table into an open plan and notes it; the sign-offs it moved are withdrawn.
  func read(
    _ table: PlanTable, _ source: FigureSource, into plan: Plan, in write: Write
  ) throws -> PlanReading {
    try PlanStore.hold(plan.slug, in: write)
    if plan.kind == .archive { throw PlanProblem.published }
    if plan.closedAt != nil { throw PlanProblem.closed }
    let before = try outlook(plan, in: write)
    var importer = PlanImporter(
      plan: plan, agencies: try services.people.agencies(write), measures: services.measures,
      editor: PlanEditor(
        plan, author: author, account: account, reason: "Read from \(source.name)", at: now))
    let report = try importer.run(table, in: write)
    let noting = PlanNoting(services: services, account: account, now: now)
    let effect = PlanEffect(from: before, to: try outlook(plan, in: write))
    try noting.withdraw(effect, in: write)
    try noting.note(
      "indicators.plan-imported", "plan/\(plan.id)",
      [
        "plan": plan.slug, "sha256": source.sha256, "rows": String(report.rows),
        "added": String(report.added), "changed": String(report.changed),
      ], in: write)
    return PlanReading(report: report, changes: importer.editor.changes, effect: effect)
  }

  private func outlook(_ plan: Plan, in read: Read) throws -> PlanOutlook {
    try PlanOutlook(
      plan.slug, measures: services.measures, today: London.day(now), in: read)
  }
}
