internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// Tells the reporter that somebody has the report, before it is decided about; all in one transaction.
struct Acknowledging {
  /// What the reporter reads, in the letter and beside their report; a change of words is another version.
  static let words =
    "We have read your report ((reference)) and are finding out who can act on it. We write again once that "
    + "is decided."

  let services: Services
  let account: ID<Account>?
  let now: Instant

  private static let version = 1
  private var reports: ReportStore { ReportStore(services) }

  /// Refused where the report is decided about, withdrawn or acknowledged already.
  func acknowledge(_ details: ReportDetails, in write: Write) throws {
    let report = details.report
    guard report.state == .new, try reports.acknowledge(report.id, at: now, in: write) else {
      throw Refusal("acknowledge", "Its reporter has been told already, so nothing was sent")
    }
    let fields = fields(details)
    let update = MessageTemplate(
      key: "triage.acknowledged-update", version: Self.version, title: "", subject: "",
      body: Self.words)
    try ReportEvents(sealing: reports.sealing).add(
      .update, to: report.id, words: try update.filled(fields).body, by: account, at: now, in: write
    )
    if let reach = ReporterReach(report, details.reporter) {
      let message = try Message(
        Self.letter, fields, by: reach.way, to: reach.address, about: "report/\(report.reference)",
        held: reach.hold)
      try services.outbox.queue(message, at: now, in: write)
    }
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.report-acknowledged",
        subject: "report/\(report.reference)", detail: [:], at: now),
      in: write)
  }

  private static let letter = MessageTemplate(
    key: "triage.acknowledged", version: version, title: "We have your report",
    subject: "About ((reference))", body: "Hello ((name))\n\n" + words + TriageDecision.ending)

  private func fields(_ details: ReportDetails) -> [String: MessageTemplate.Field] {
    let name = details.reporter.reveal(for: "letter to the reporter").name
    return [
      "reference": .open(details.report.reference.description),
      "name": name.isEmpty ? .open("") : .personal(Sensitive(name)),
      "track": .open(services.settings.publicURL + ReportRoute.track.path),
    ]
  }
}
