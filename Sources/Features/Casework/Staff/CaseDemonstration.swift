internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership
internal import Secrets

/// Made-up cases at every stage, from the made-up reports that were read.
///
/// Cases keep to what the reports say: a closed report has a closed case or was decided to be for
/// others; one that is worked on has an open case.
struct CaseDemonstration {
  private let world: World
  private let services: Services
  private let officers: [Person]
  private let agencies: [Agency]
  private let now: Instant

  /// Makes cases for every report that was read.
  static func make(_ world: World, _ services: Services) throws {
    try services.database.bulkWrite { write in
      let demonstration = CaseDemonstration(
        world: world, services: services,
        officers: try services.people.people([.officer, .manager], write),
        agencies: try services.people.agencies(write),
        now: London.instant(world.today, minute: 11 * 60))
      var generator = world.generator(for: "cases")
      for report in try demonstration.read(write) {
        try demonstration.decide(report, &generator, in: write)
      }
    }
  }

  private var cases: CaseStore { CaseStore(services) }
  private var events: ReportEvents { ReportEvents(sealing: ReportStore(services).sealing) }

  private func read(_ write: Write) throws -> [Report] {
    try write.all(
      """
      SELECT \(Report.columns) FROM report r WHERE r.state IN ('triaged', 'closed')
      ORDER BY r.received_at, r.id
      """
    ) { row in try Report(row: &row) }
  }

  private func decide(
    _ report: Report, _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let chance = Int.random(in: 0..<100, using: &generator)
    let read = SyntheticReading.moment(
      report.id, report.priority, received: report.receivedAt)
    let decided = min(now, read.adding(seconds: -3600))
    if report.state == .closed, chance < 20 {
      let decision: TriageDecision = chance < 8 ? .police : chance < 15 ? .otherService : .notOurs
      try tell(report, decision, at: decided, in: write)
      return try keep(report, decision, nil, at: decided, in: write)
    }
    let officer = officers.randomElement(using: &generator)?.id
    let title = [report.kind.title, report.place?.name].compactMap(\.self).joined(separator: ", ")
    let file = try cases.open(
      report, title: String(title.prefix(120)), priority: report.priority, by: officer,
      at: decided, using: &generator, in: write)
    try keep(report, .asb, file.id, at: decided, in: write)
    try tell(file, report, officer, &generator, in: write)
  }

  private func keep(
    _ report: Report, _ decision: TriageDecision, _ file: ID<CaseFile>?, at decided: Instant,
    in write: Write
  ) throws {
    let reason = services.keyring.seal(
      Sensitive("Made up for the demonstration"), table: "report_decision", row: report.id,
      column: "reason")
    try write.run(
      """
      INSERT INTO report_decision (report, decision, priority, rule, case_file, decided_at,
        decided_by, reason)
      VALUES (\(report.id), \(decision), \(report.priority.rawValue), \(report.rule), \(file),
        \(decided), \(officers.first?.id), \(reason))
      """)
  }

  /// What its reporter reads of a report that is for others, in place of what an officer would write.
  private func tell(
    _ report: Report, _ decision: TriageDecision, at decided: Instant, in write: Write
  ) throws {
    try write.run(
      """
      DELETE FROM report_event WHERE report = \(report.id)
        AND kind IN (\(list: [ReportEventKind.update, .outcome]))
      """)
    let words = try MessageTemplate(
      key: "demonstration", version: 1, title: "", subject: "", body: decision.words
    ).filled([
      "reference": .open(report.reference.description),
      "service": .open(
        decision == .police ? "Thornmere Constabulary" : "the council’s street team"),
      "why": .open("two neighbours disagree about a hedge, and the courts decide on that."),
    ]).body
    try events.add(
      .outcome, to: report.id, words: words, by: officers.first?.id, at: decided, in: write)
  }

  /// The story of a case: begun mostly in time, an update now and then, an action, an end.
  private func tell(
    _ file: CaseFile, _ report: Report, _ officer: ID<Account>?,
    _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let isLate = Int.random(in: 0..<100, using: &generator) < 18
    let slip = Double(Int.random(in: 1...5, using: &generator)) * (isLate ? 14_400 : -1800)
    var moment = file.startDue.adding(seconds: slip)
    let last = try outcome(of: report, write) ?? now
    let standard = CaseStandard.shipped
    var clocks = CaseClocks(
      standard, file.priority, file.kind, received: file.receivedAt, opened: file.openedAt,
      isInterviewed: report.identity != .anonymous)
    var touched = file.openedAt
    let who =
      report.identity == .anonymous ? "Neighbours, at the door" : "Complainant, by telephone"
    while moment < last {
      let isFirst = touched == file.openedAt
      clocks.contact(at: moment, standard, isInterview: isFirst)
      try note(
        isFirst ? .interview : .contact,
        isFirst
          ? "\(who): what happened, how it affects them, what they want"
          : "\(who): how it stands", file, officer, moment, in: write)
      touched = moment
      let days = Int.random(in: 9...13, using: &generator)
      moment = clocks.updateDue.adding(seconds: Double(days - standard[.update]) * 86_400 - 7200)
    }
    if let agency = agencies.randomElement(using: &generator) {
      let days = Int.random(in: -4...12, using: &generator)
      let due = WorkingTime.statutory.day(1, after: London.day(last).adding(days: days))
      try cases.parts.add(
        Sensitive("Visit the place after dark and write down what is seen"), of: agency.id,
        due: due, to: file.id, in: write)
      try note(.action, "Visit the place after dark", file, officer, file.openedAt, in: write)
    }
    try seeAgain(file, officer, until: last, &generator, in: write)
    try end(
      file, report, clocks, at: report.state == .closed ? last : touched, &generator, in: write)
  }

  /// When the reporter was told what came of it; `nil` while nothing did.
  private func outcome(of report: Report, _ read: Read) throws -> Instant? {
    try read.first(
      """
      SELECT at FROM report_event WHERE report = \(report.id) AND kind = \(ReportEventKind.outcome)
      ORDER BY at, id LIMIT 1
      """
    ) { row in try row.parsed() }
  }

  private func end(
    _ file: CaseFile, _ report: Report, _ clocks: CaseClocks, at last: Instant,
    _ generator: inout SeededGenerator, in write: Write
  ) throws {
    guard report.state == .closed else {
      let isPaused = Int.random(in: 0..<100, using: &generator) < 6
      return try cases.keep(
        file, CaseChange(state: isPaused ? .paused : .open, clocks: clocks), at: last, in: write)
    }
    let told = try events.of(report.id, write).last { $0.kind == .outcome }
    let outcome =
      told.flatMap { SyntheticWords.outcome($0.words.reveal(for: "a made-up case")) } ?? .resolved
    for action in try cases.parts.actions(of: file.id, write) {
      _ = try cases.parts.finish(action.id, of: file.id, at: last, in: write)
    }
    try note(.closed, outcome.title, file, officers.first?.id, last, in: write)
    try cases.keep(
      file, CaseChange(state: .closed, outcome: outcome, clocks: clocks), at: last, in: write)
  }

  /// Of some cases an officer wrote down that it happened again.
  private func seeAgain(
    _ file: CaseFile, _ officer: ID<Account>?, until last: Instant,
    _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let day = London.day(file.openedAt).adding(days: Int.random(in: 2...9, using: &generator))
    let hour = [1, 16, 20, 22, 23].randomElement(using: &generator)
    let occasion = Occasion(day: day, hour: hour, minutes: 60)
    let at = London.instant(day.adding(days: 1), minute: 9 * 60)
    guard Int.random(in: 0..<4, using: &generator) == 0, at < last else { return }
    let entry = try cases.parts.write(
      .incident, about: file.id, "\(occasion.words): seen by the warden (made up)", by: officer,
      at: at, in: write)
    try CaseIncidents(keyring: services.keyring).keep(occasion, as: entry, of: file.id, in: write)
  }

  private func note(
    _ kind: CaseEntryKind, _ words: String, _ file: CaseFile, _ officer: ID<Account>?,
    _ at: Instant, in write: Write
  ) throws {
    try cases.parts.write(kind, about: file.id, words, by: officer, at: at, in: write)
  }
}
