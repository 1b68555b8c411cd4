internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Made-up records whose time is over: cases of more than six years ago, one kept for a court and one
/// deleted, and a report that was withdrawn.
struct RetentionDemonstration {
  private let services: Services
  private let manager: ID<Account>?
  private let now: Instant

  static func make(_ world: World, _ services: Services) throws {
    var generator = world.generator(for: "retention")
    let (files, demonstration) = try services.database.bulkWrite { write in
      let demonstration = RetentionDemonstration(
        services: services, manager: try services.people.people([.manager], write).first?.id,
        now: London.instant(world.today, minute: 11 * 60))
      return (try demonstration.fill(&generator, in: write), demonstration)
    }
    try demonstration.decide(files)
  }

  private func fill(
    _ generator: inout SeededGenerator, in write: Write
  ) throws -> [CaseFile] {
    let withdrawn = try report("litter", ended(26), "Rubbish by the bins", &generator, in: write)
    try ReportStore(services).move(withdrawn.id, to: .withdrawn, in: write)
    return try [73, 74, 75, 76, 77, 78, 80, 82].map { months in
      try file(
        from: ended(months).adding(seconds: -60 * 86_400), to: ended(months), &generator, write)
    }
  }

  private func ended(_ months: Int) -> Instant {
    RetentionPeriod.cutoff(months, at: now).adding(seconds: -8 * 3600)
  }

  /// The oldest are kept and deleted, the others wait to be looked at.
  private func decide(_ files: [CaseFile]) throws {
    let acts = RetentionActs(services: services, account: manager, now: now)
    let form = HoldForm(
      ground: .court, until: London.day(now).adding(days: 200),
      reason: Sensitive("Made up: the county court asked for it"))
    guard files.count > 2 else { return }
    let kept = files[files.count - 2]
    try services.database.write { try acts.keep(.file, kept.reference, form, in: $0) }
    try acts.delete(.file, files[files.count - 1].reference)
  }

  private func report(
    _ kind: String, _ at: Instant, _ words: String, _ generator: inout SeededGenerator,
    in write: Write
  ) throws -> Report {
    let reports = ReportStore(services)
    let new = NewReport(
      kind: ReportKind.of(kind), identity: .named, place: nil,
      occasions: [Occasion(day: London.day(at), hour: nil, minutes: nil)],
      story: Sensitive(ReportStory(narrative: "Made up: \(words.lowercased()), long ago")),
      reporter: Sensitive(Reporter(name: "Person R")))
    let id = try reports.add(
      new, secret: SecretToken.code(), at: at, using: &generator, in: write
    ).id
    guard let report = try reports.find(id, write) else { throw CaseProblem.notFound }
    return report
  }

  private func file(
    from began: Instant, to end: Instant, _ generator: inout SeededGenerator, _ write: Write
  ) throws -> CaseFile {
    let report = try report("rowdy", began, "Shouting at night", &generator, in: write)
    let cases = CaseStore(services)
    let file = try cases.open(
      report, title: "Shouting at night, years ago", priority: .third, by: nil, at: began,
      using: &generator, in: write)
    let reason = services.keyring.seal(
      Sensitive("Made up for the demonstration"), table: "report_decision", row: report.id,
      column: "reason")
    try write.run(
      """
      INSERT INTO report_decision (report, decision, priority, rule, case_file, decided_at,
        decided_by, reason)
      VALUES (\(report.id), \(TriageDecision.asb), 3, \(report.rule), \(file.id), \(began),
        \(ID<Account>?.none), \(reason))
      """)
    try cases.keep(file, CaseChange(state: .closed, outcome: .resolved), at: end, in: write)
    try RiskStore(keyring: services.keyring).rest(file.id, in: write)
    try ReportStore(services).move(report.id, to: .closed, in: write)
    return file
  }
}
