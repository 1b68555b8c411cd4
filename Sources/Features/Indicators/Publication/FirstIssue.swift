import Access
import Database
import Kernel
import Partnership

/// Signs the demonstration's last quarter off and publishes it, by the code that people use.
struct FirstIssue {
  let world: World
  let services: Services

  /// Publishes the live plan's last quarter; does nothing where something is published already.
  func publish() throws {
    try services.database.write { write in
      guard let plan = try PlanStore.current(on: world.today, in: write), plan.kind == .live,
        try PublicationStore.all(of: plan.id, in: write).isEmpty,
        let manager = try services.people.people([.manager], write).first
      else { return }
      let period = Period.quarter(world.today.month.quarter.adding(quarters: -1))
      let now = London.start(of: world.today)
      let loader = DueLoader(services: services, today: world.today)
      let list = try loader.list(plan, period, in: write)
      for due in list.priorities where !due.indicators.isEmpty {
        try sign(due, period, by: manager.id, at: now, in: write)
      }
      let signed = try loader.list(plan, period, in: write)
      let published = try Publisher(services: services, list: signed).publish(
        note: "", earlyReason: nil, by: manager.id, at: now, in: write)
      try record("indicators.published", "publication/\(published.id)", manager.id, now, in: write)
    }
  }

  private func sign(
    _ due: DuePriority, _ period: Period, by account: ID<Account>, at now: Instant,
    in write: Write
  ) throws {
    let reason =
      due.missing == 0 ? "" : "What is missing was not sent in time; it follows in another issue"
    guard SignOffRule.refusal(due, reason: reason) == nil else { return }
    try SignOffStore.sign(
      due, period, note: reason, author: "Lead of \(due.priority.title)",
      by: account, at: now, in: write)
    try record(
      "indicators.signed-off", SignOffStore.subject(due.priority.id), account, now, in: write)
  }

  private func record(
    _ action: String, _ subject: String, _ account: ID<Account>, _ now: Instant, in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(actor: account, action: action, subject: subject, at: now), in: write)
  }
}
