internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Made-up assessments of the made-up cases: most in time, some raised, a few new ones still to be made.
struct RiskDemonstration {
  /// Days a case that was not assessed in time had to wait for it.
  private static let lateDays = 10
  private let kept: KeptInstrument
  private let services: Services
  private let now: Instant

  static func make(_ world: World, _ services: Services) throws {
    try services.database.bulkWrite { write in
      guard let kept = try InstrumentStore.find("asb-matrix", 1, write) else { return }
      let demonstration = RiskDemonstration(
        kept: kept, services: services, now: London.instant(world.today, minute: 11 * 60))
      var generator = world.generator(for: "risks")
      let files = try write.all(
        "SELECT \(CaseFile.columns) FROM case_file c ORDER BY c.id"
      ) { row in try CaseFile(row: &row) }
      for file in files { try demonstration.assess(file, &generator, in: write) }
    }
  }

  private var risks: RiskStore { RiskStore(keyring: services.keyring) }

  /// A first assessment a day or two after the case was opened, now and then much later, then one whenever its band asks.
  private func assess(
    _ file: CaseFile, _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let isForgotten = Int.random(in: 0..<100, using: &generator) < 8
    var moment = file.openedAt.adding(
      seconds: Double.random(in: 14_400...130_000, using: &generator)
        + (isForgotten ? Double(Self.lateDays) * 86_400 : 0))
    let last = min(now, file.closedAt ?? now)
    while moment < last {
      moment = max(file.openedAt, Self.byDay(moment))
      guard moment < last else { break }
      let new = draw(file.priority, &generator)
      try risks.keep(new, of: file.id, by: file.owner, at: moment, in: write)
      try CaseStore(services).parts.write(
        .risk, about: file.id, AssessHandlers.words(new), by: file.owner, at: moment, in: write)
      let days = new.reviewOn(from: London.day(moment)).number - London.day(moment).number
      let isLate = Int.random(in: 0..<100, using: &generator) < 12
      moment = moment.adding(seconds: Double(isLate ? days * 3 : days) * 86_400 - 3600)
    }
    if file.state == .closed { try risks.rest(file.id, in: write) }
  }

  /// Between nine and five on the day of a moment.
  private static func byDay(_ moment: Instant) -> Instant {
    London.instant(
      London.day(moment), minute: 9 * 60 + Int(moment.milliseconds / 60_000 % (8 * 60)))
  }

  private func draw(
    _ priority: Priority, _ generator: inout SeededGenerator
  ) -> NewAssessment {
    let weight: ClosedRange<Double> =
      switch priority {
      case .first: 0.35...1
      case .second: 0.15...0.8
      case .third: 0...0.6
      }
    // The answers of a question go from the gravest to the least.
    let answers = kept.instrument.questions.map { question in
      let last = Double(question.answers.count - 1)
      return Int((last * (1 - Double.random(in: weight, using: &generator))).rounded())
    }
    let level = kept.instrument.band(of: kept.instrument.score(answers))?.level ?? .high
    let isRaised = level == .medium && Int.random(in: 0..<100, using: &generator) < 6
    return NewAssessment(
      kept: kept, person: nil, answers: answers, raised: isRaised ? .high : nil,
      content: Sensitive(
        RiskAssessment.Content(
          answers: answers, notes: "Made up for the demonstration",
          reason: isRaised ? "It goes on at night, and they live alone" : "")))
  }
}
