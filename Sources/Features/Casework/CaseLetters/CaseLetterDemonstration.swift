internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// Made-up letters to people in the made-up cases, some of them waiting to be printed, and calls that
/// somebody has to make.
struct CaseLetterDemonstration {
  private static let letters = 24
  private static let calls = 12

  private let services: Services
  private let today: Day

  static func make(_ world: World, _ services: Services) throws {
    let demonstration = CaseLetterDemonstration(services: services, today: world.today)
    try services.database.bulkWrite { write in
      let files = try write.all(
        """
        SELECT \(CaseFile.columns) FROM case_file c
        WHERE c.state = 'open' AND c.owner IS NOT NULL AND c.lead IS NULL
        ORDER BY c.id LIMIT \(letters)
        """
      ) { row in try CaseFile(row: &row) }
      for (number, file) in files.enumerated() {
        try demonstration.write(number, file, in: write)
      }
      for (number, file) in files.reversed().prefix(calls).enumerated() {
        try demonstration.leaveToSay(number, file, in: write)
      }
    }
  }

  /// A letter on paper; of four the last waits in the outbox.
  private func write(_ number: Int, _ file: CaseFile, in write: Write) throws {
    let at = London.instant(
      WorkingTime.statutory.day(1, after: today.adding(days: -12 + number / 3)),
      minute: 600 + number)
    let acts = CaseLetterActs(
      services: services, account: file.owner,
      now: max(file.openedAt, min(at, London.instant(today, minute: 600 + number))), file: file)
    let people = try acts.people(write)
    guard let person = people.first(where: { number % 3 != 2 || $0.part == .subject }) else {
      return
    }
    let kinds: [CaseLetterKind] =
      person.part == .subject ? [.complaint] : [.opened, .diary, .meeting, .update]
    let beginning = try acts.begin(kinds[number % kinds.count], to: person.id, write)
    guard beginning.reach.hold == nil else { return }
    let context = try acts.context(beginning, from: World.partnership, write)
    let name = person.content.reveal(for: "a made-up letter").name
    let draft = CaseLetterDraft(
      person: person, kind: beginning.kind, wording: beginning.wording, route: .letter,
      content: CaseLetter.Content(
        name: name,
        address: [beginning.reach.name, file.placeName ?? ""].filter { !$0.isEmpty }
          .joined(separator: "\n"),
        heading: beginning.wording.heading, words: try beginning.wording.words(context.values)))
    let id = try acts.keep(draft, beginning.reach, in: write)
    guard number % 4 != 3, let letter = try acts.store.find(id, of: file.id, write),
      try services.outbox.find(letter.message, in: write)?.state == .byHand
    else { return }
    let posted = min(acts.now.adding(seconds: 5400), London.instant(today, minute: 11 * 60))
    try services.outbox.decide(.done, on: letter.message, at: posted, in: write)
  }

  /// What a reporter who chose to be called is told of the decision, some of it late.
  private func leaveToSay(_ number: Int, _ file: CaseFile, in write: Write) throws {
    let store = ReportStore(services)
    guard let report = try CaseStore(services).reports(of: file.id, write).first,
      report.identity != .anonymous
    else { return }
    let reporter = try store.details(report, write).reporter.reveal(for: "a made-up call")
    guard !reporter.phone.isEmpty else { return }
    let at = London.instant(
      WorkingTime.statutory.day(1, after: today.adding(days: -number - 1)), minute: 9 * 60 + 30)
    let form = try TriageForm(
      Fields([
        ("decision", TriageDecision.asb.rawValue), ("reason", "Made up"),
        ("priority", String(file.priority.rawValue)), ("title", file.title),
      ]))
    let letter = TriageLetter(
      report: report, reporter: Sensitive(reporter), form: form, now: at,
      begin: WorkingTime.statutory.due(after: 2, from: at),
      every: try StandardStore.standard(at: at, write).words(.update),
      track: services.settings.publicURL + ReportRoute.track.path)
    let message = try Message(
      form.decision.letter, letter.fields, by: .phone, to: Sensitive(reporter.phone),
      about: "report/\(report.reference)")
    try services.outbox.queue(message, at: min(at, London.instant(today, minute: 630)), in: write)
  }
}
