internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// Carries a decision about a report out, all in one transaction.
struct Triage {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var reports: ReportStore { ReportStore(services) }

  /// Keeps the decision, opens or joins a case, tells the reporter; the case, where there is one.
  func decide(
    _ report: Report, _ form: TriageForm, _ letter: TriageLetter, in write: Write
  ) throws -> CaseFile? {
    var generator = SystemRandom()
    let file = try caseFile(report, form, &generator, in: write)
    try keep(report, form, file, in: write)
    try tell(report, form, letter, in: write)
    // Who takes it for a crime or for somebody's work takes it for real.
    if form.decision != .notOurs {
      try DoubtClearing(services: services, now: now).clear(report, by: account, in: write)
    }
    var detail = ["decision": form.decision.rawValue, "priority": form.priority.code]
    detail["case"] = file?.reference.description
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.report-decided", subject: "report/\(report.reference)",
        detail: detail, at: now),
      in: write)
    return file
  }

  private func caseFile(
    _ report: Report, _ form: TriageForm, _ generator: inout some RandomNumberGenerator,
    in write: Write
  ) throws -> CaseFile? {
    guard form.decision == .asb else { return nil }
    guard let reference = form.joins else {
      return try cases.open(
        report, title: form.title, priority: form.priority, by: account, at: now,
        using: &generator, in: write)
    }
    let found = try cases.find(reference, write)
    if let found, let taker = try TieStore.taker(of: found, cases, write) {
      throw Refusal("joins", "\(reference) was joined to \(taker.reference): enter that one")
    }
    guard let file = found, file.state != .closed else {
      throw Refusal("joins", "No open case has this reference. Check it, or open a new case")
    }
    try LeadSight.check(file, taking: [report], field: "joins", services, write)
    try cases.parts.write(
      .joined, about: file.id, report.reference.description, by: account, at: now, in: write)
    // The more urgent of the two: what is reported again can only weigh more.
    var clocks = file.clocks
    if report.identity != .anonymous {
      clocks.hear(at: now, try StandardStore.standard(at: now, write))
    }
    try cases.keep(
      file, CaseChange(priority: min(file.priority, form.priority), clocks: clocks), at: now,
      in: write)
    try RiskStore(keyring: services.keyring).incident(on: file.id, at: now, in: write)
    return file
  }

  private func keep(
    _ report: Report, _ form: TriageForm, _ file: CaseFile?, in write: Write
  ) throws {
    let sealed = services.keyring.seal(
      form.reason, table: "report_decision", row: report.id, column: "reason")
    try write.run(
      """
      INSERT INTO report_decision (report, decision, priority, rule, case_file, decided_at,
        decided_by, reason)
      VALUES (\(report.id), \(form.decision), \(form.priority.rawValue), \(PriorityRule.version),
        \(file?.id), \(now), \(account), \(sealed))
      """)
    let standard = try StandardStore.standard(at: report.receivedAt, write)
    try write.run(
      """
      UPDATE report SET state = \(form.decision == .asb ? ReportState.triaged : .closed),
        priority = \(form.priority.rawValue),
        due_at = \(standard.begin(form.priority, from: report.receivedAt)),
        version = version + 1
      WHERE id = \(report.id)
      """)
    _ = try reports.acknowledge(report.id, at: now, in: write)
  }

  private func tell(
    _ report: Report, _ form: TriageForm, _ letter: TriageLetter, in write: Write
  ) throws {
    try ReportEvents(sealing: reports.sealing).add(
      form.decision == .asb ? .update : .outcome, to: report.id, words: try letter.update(),
      by: account, at: now, in: write)
    if let message = try letter.message() {
      try services.outbox.queue(message, at: now, in: write)
    }
    if let message = try letter.passing() {
      try services.outbox.queue(message, at: now, in: write)
    }
  }
}
