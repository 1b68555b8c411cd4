internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Tells those who reported something what came of it: beside their report, and by the way they chose.
struct OutcomeTelling {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var store: ReportStore { ReportStore(services) }

  /// Tells the reporter of one report how it ended and what else there is to say, and asks how
  /// satisfied they are.
  func tell(_ report: Report, _ outcome: String, _ told: String, in write: Write) throws {
    try ReportEvents(sealing: store.sealing).add(
      .outcome, to: report.id, words: Sensitive("\(outcome) \(told)"), by: account, at: now,
      in: write)
    let link = try SurveyStore(keyring: services.keyring).ask(report.id, at: now, in: write)
    let reporter = try store.details(report, write).reporter
    guard let reach = ReporterReach(report, reporter) else { return }
    let name = reporter.reveal(for: "letter to the reporter").name
    let settings = services.settings
    let message = try Message(
      Self.wording,
      [
        "name": .personal(Sensitive(name)), "reference": .open(report.reference.description),
        "outcome": .open(outcome), "told": .personal(Sensitive(told)),
        "review": .open(settings.publicURL + "/case-review"),
        "questions": link.map { Self.questions(settings.publicURL + ReportRoute.answer($0).path) }
          ?? .open(""),
      ], by: reach.way, to: reach.address, about: "report/\(report.reference)", held: reach.hold)
    try services.outbox.queue(message, at: now, in: write)
  }

  private static func questions(_ link: String) -> MessageTemplate.Field {
    .personal(
      Sensitive("Will you tell us how we did? Five short questions; you need not answer: \(link)"))
  }

  static let wording = MessageTemplate(
    key: "casework.outcome", version: 1, title: "What came of a report",
    subject: "About ((reference))",
    body: """
      Hello ((name))

      The work on your report ((reference)) has ended. ((outcome))

      ((told))

      If it goes on, report it again and give this reference. If you think too little was done, you may \
      ask for a case review: ((review))

      ((questions))
      """)
}

extension CaseOutcome {
  /// As those who reported it are told.
  var words: String {
    switch self {
    case .resolved: "It stopped after we spoke to those involved."
    case .warning: "Somebody was warned, or has agreed how to behave."
    case .order: "An order or notice was made to stop it."
    case .mediation: "It was settled by mediation."
    case .referred: "Another service deals with it now."
    case .noEvidence: "We did not find enough evidence to act."
    case .notRepeated: "It has not happened again."
    case .withdrawn: "We were asked to stop."
    }
  }
}
