internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// Made-up answers of those whose cases ended, and contacts that were proved.
struct FollowDemonstration {
  /// Days before today within which second reports are told of case reviews.
  private static let letterDays = 21
  private static let words = [
    "Made up: we were kept informed, thank you.", "Made up: it took long before anybody came.", "",
    "", "",
  ]

  private let services: Services
  private let now: Instant

  static func make(_ world: World, _ services: Services) throws {
    let demonstration = FollowDemonstration(
      services: services, now: London.instant(world.today, minute: 12 * 60))
    try services.database.bulkWrite { write in
      var generator = world.generator(for: "what residents answer")
      try demonstration.rule(in: write)
      try demonstration.answers(&generator, in: write)
      try demonstration.letters(&generator, in: write)
    }
  }

  /// What Thornmere calls a repeat caller.
  private func rule(in write: Write) throws {
    let form = try RepeatRuleForm(
      Fields([
        ("reports", "3"), ("days", "180"), ("vulnerable", "afraid"), ("vulnerable", "health"),
        ("vulnerable", "alone"),
      ]))
    try RepeatRules.choose(form, by: nil, services, in: write)
    try VulnerableReports.count(services, in: write)
  }

  private func answers(_ generator: inout SeededGenerator, in write: Write) throws {
    let ended = try write.all(
      """
      SELECT r.id, r.identity, e.at FROM report_decision d
      JOIN case_file c ON c.id = d.case_file JOIN report r ON r.id = d.report
      JOIN report_event e ON e.report = r.id AND e.kind = 'outcome'
      WHERE c.state = 'closed' AND r.state = 'closed' ORDER BY r.id
      """
    ) { row in
      let id: ID<Report> = try row.id()
      let identity: ReporterIdentity = try row.choice()
      let at: Instant = try row.parsed()
      return (id: id, isAnonymous: identity == .anonymous, at: at)
    }
    let store = SurveyStore(keyring: services.keyring)
    var goesOn: [(report: ID<Report>, at: Instant)] = []
    for report in ended where report.at < now {
      _ = try store.ask(report.id, at: report.at, in: write)
      let chance = Int.random(in: 0..<100, using: &generator)
      let later = report.at.adding(
        seconds: Double(Int.random(in: 1...9, using: &generator)) * 80_000)
      guard chance < (report.isAnonymous ? 8 : 42), later < now else { continue }
      let answers = drawn(&generator)
      _ = try store.answer(
        answers, about: report.id,
        by: Bool.random(using: &generator) ? .own : .link, at: later, in: write)
      if answers.goesOn == .yes { goesOn.append((report.id, later)) }
    }
    try tell(goesOn.sorted { $0.at < $1.at }.suffix(Self.unseen), in: write)
  }

  /// How many of those who say that it goes on nobody has looked at yet.
  private static let unseen = 2

  private func tell(_ goesOn: some Sequence<(report: ID<Report>, at: Instant)>, in write: Write)
    throws
  {
    for (id, at) in goesOn {
      guard let report = try ReportStore(services).find(id, write) else { continue }
      try ReporterTelling(services: services, now: at).goesOn(report, in: write)
    }
  }

  private func drawn(_ generator: inout SeededGenerator) -> SurveyAnswers {
    let satisfaction = [5, 5, 4, 4, 4, 3, 2, 1].randomElement(using: &generator) ?? 3
    let isGood = satisfaction > 3
    let plain: [PlainAnswer] = isGood ? [.yes, .yes, .partly] : [.no, .partly, .yes]
    return SurveyAnswers(
      Satisfaction(rawValue: satisfaction) ?? .neither,
      hadContact: plain.randomElement(using: &generator),
      wasTold: plain.randomElement(using: &generator),
      goesOn: isGood ? .no : [.no, .partly, .yes].randomElement(using: &generator),
      words: Self.words.randomElement(using: &generator) ?? "")
  }

  /// One contact in three was proved; who reported twice of late is written to.
  private func letters(_ generator: inout SeededGenerator, in write: Write) throws {
    let reports = try write.all(
      """
      SELECT r.id, r.received_at FROM report r
      WHERE r.identity <> 'anonymous' ORDER BY r.received_at, r.id
      """
    ) { row in
      let id: ID<Report> = try row.id()
      let at: Instant = try row.parsed()
      return (id: id, at: at)
    }
    let store = ReportStore(services)
    for report in reports where Int.random(in: 0..<3, using: &generator) == 0 {
      guard let found = try store.find(report.id, write) else { continue }
      let reporter = try store.details(found, write).reporter.reveal(for: "a made-up contact")
      let contact = ProvedContact(way: .email, text: Sensitive(reporter.email))
      try contact.keep(at: report.at, services.keyring, in: write)
    }
    let since = now.adding(seconds: -Double(Self.letterDays) * 86_400)
    for report in reports where report.at > since && report.at < now {
      _ = try ReviewLetter(services: services, now: report.at.adding(seconds: 5)).write(
        report.id, in: write)
    }
  }
}
