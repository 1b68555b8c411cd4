internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Tells those who reported something that another organisation leads the work now: beside their
/// report, and by the way they chose.
struct HandOnTelling {
  static let takenBack =
    "We lead the work on your report again. We go on telling you how it stands."

  let services: Services
  let account: ID<Account>?
  let now: Instant

  func tell(_ report: Report, _ name: String, _ told: String, in write: Write) throws {
    let store = ReportStore(services)
    try ReportEvents(sealing: store.sealing).add(
      .update, to: report.id,
      words: Sensitive("\(name) now leads the work on your report. \(told)"), by: account, at: now,
      in: write)
    let reporter = try store.details(report, write).reporter
    guard let reach = ReporterReach(report, reporter) else { return }
    let message = try Message(
      Self.wording,
      [
        "name": .personal(Sensitive(reporter.reveal(for: "letter to the reporter").name)),
        "reference": .open(report.reference.description), "service": .open(name),
        "told": .personal(Sensitive(told)),
        "every": .open(try StandardStore.standard(at: now, write).words(.update)),
        "track": .open(services.settings.publicURL + ReportRoute.track.path),
      ], by: reach.way, to: reach.address, about: "report/\(report.reference)", held: reach.hold)
    try services.outbox.queue(message, at: now, in: write)
  }

  static let wording = MessageTemplate(
    key: "casework.handed-on", version: 2, title: "Another organisation leads the work on a report",
    subject: "About ((reference))",
    body: """
      Hello ((name))

      ((service)) now leads the work on your report ((reference)).

      ((told))

      You are still told how it stands at least every ((every)). You can see it, and add to it, \
      with your reference and your secret at ((track)).
      """)
}
