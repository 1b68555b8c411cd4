internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Brings what a report warns of before those on duty: at the top of the inbox and of the work, and by a
/// message to the duty mailbox where one is set.
struct FlagRaising {
  let services: Services
  let now: Instant

  /// Flags a report that was kept before, and holds what still waits to be sent about it or its case.
  func raise(_ id: ID<Report>, in write: Write) throws {
    let store = ReportStore(services)
    guard let report = try store.find(id, write) else { throw CaseworkProblem.notFound }
    let wasFlagged = try store.flag(id, at: now, in: write)
    let due = try StandardStore.standard(at: now, write).begin(.first, from: now)
    try store.hasten(id, due: due, in: write)
    let subject = "report/\(report.reference)"
    let file = try CaseStore(services).find(of: id, write)?.subject
    let held = try [subject, file].compactMap(\.self).reduce(0) { held, topic in
      try held
        + services.outbox.hold(about: topic, because: ReporterReach.flagged, at: now, in: write)
    }
    try services.audit.record(
      AuditEvent(
        actor: nil, action: "casework.flag-raised", subject: subject,
        detail: ["held": String(held)], at: now), in: write)
    if !wasFlagged { try tell(in: write) }
  }

  /// Tells the duty mailbox that a report is flagged, and nothing of it; where no mailbox is set or no
  /// email can be sent, the lists alone say so.
  func tell(in write: Write) throws {
    guard let address = try ServiceLines(write)[.dutyMailbox],
      services.outbox.carrier(of: .email) != nil
    else { return }
    let list = services.settings.publicURL + ReportsRoute.list(.flagged, page: 1).path
    let message = try Message(
      Self.wording, ["list": .open(list)], by: .email, to: Sensitive(address), about: Self.topic)
    try services.outbox.queue(message, at: now, in: write)
  }

  /// A topic of its own: what is held about a report does not hold this.
  static let topic = "duty/flags"

  static let wording = MessageTemplate(
    key: "casework.duty", version: 1, title: "A report is flagged",
    subject: "A report needs you at once",
    body: """
      A report is flagged: its words may warn of danger to somebody. Act on it at once.

      Sign in and open ((list))
      """)
}
