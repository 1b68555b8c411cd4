internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages on which the risk of a case is assessed and read.
struct AssessHandlers {
  let visit: StaffVisit

  private var cases: CaseStore { CaseStore(visit.services) }
  private var risks: RiskStore { RiskStore(keyring: visit.services.keyring) }

  // Assessing

  func respond(_ reference: Reference, _ key: String) throws -> Response {
    try RiskPolicy.require(.assess, visit.actor)
    guard visit.request.method == .post else { return try ask(reference, key) }
    do {
      let new = try visit.read { read in
        let (_, kept, people) = try found(reference, key, read)
        return try AssessForm(visit.request.form, kept, people).new
      }
      guard visit.request.form["step"] == "keep" else {
        return try ask(reference, key, scored: new)
      }
      try keep(reference, key)
    } catch let refusal as Refusal {
      return try ask(reference, key, refusal: refusal)
    }
    return visit.redirect(to: WorkRoute.file(reference).path, saying: "The assessment is kept")
  }

  private func keep(_ reference: Reference, _ key: String) throws {
    try visit.write { write in
      let (file, kept, people) = try found(reference, key, write)
      let new = try AssessForm(visit.request.form, kept, people).new
      let account = visit.actor.account
      try risks.keep(new, of: file.id, by: account, at: visit.now, in: write)
      try cases.keep(file, CaseChange(), at: visit.now, in: write)
      try cases.parts.write(
        .risk, about: file.id, Self.words(new), by: account, at: visit.now, in: write)
      try visit.record(
        "casework.risk-assessed", file.subject,
        ["instrument": kept.key, "version": String(kept.version)], in: write)
    }
  }

  /// What the story says: instrument, score and level, and why it was raised.
  static func words(_ new: NewAssessment) -> String {
    let words =
      "\(new.kept.title): \(new.score) of \(new.kept.instrument.most), \(new.level.title)"
    guard new.level > new.scored else { return words }
    let reason = new.content.reveal(for: "story of the case").reason
    return "\(words). Raised from \(new.scored.title): \(reason)"
  }

  /// The case, the version the form was opened with or the newest, and whom it may be about.
  private func found(
    _ reference: Reference, _ key: String, _ read: Read
  ) throws -> (CaseFile, KeptInstrument, [CasePerson]) {
    guard let file = try cases.find(reference, read) else { throw CaseProblem.notFound }
    guard file.state != .closed else { throw CaseProblem.closed }
    let version = Int(visit.request.form["version"] ?? "")
    let versions = try InstrumentStore.versions(of: key, read)
    guard
      let kept = version.flatMap({ typed in versions.first { $0.version == typed } })
        ?? versions.first
    else { throw CaseProblem.notFound }
    let people = try cases.parts.people(
      of: file.id, as: [.complainant, .victim, .witness], read)
    return (file, kept, people)
  }

  private func ask(
    _ reference: Reference, _ key: String, scored: NewAssessment? = nil, refusal: Refusal? = nil
  ) throws -> Response {
    let model = try visit.read { read in
      let (file, kept, people) = try found(reference, key, read)
      return AssessModel(
        file: file, kept: kept, people: people, scored: scored,
        state: FormState(values: visit.request.form, refusal: refusal), csrf: visit.frame.csrf)
    }
    visit.shows("casework.risk-opened", model.file.subject)
    let page = Page(
      frame: visit.frame, title: "Assess the risk", crumbs: crumbs(reference), refusal: refusal
    ) {
      ErrorSummary(refusal)
      AssessPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  // Reading

  func history(_ reference: Reference) throws -> Response {
    try RiskPolicy.require(.open, visit.actor)
    let (risk, offered) = try visit.read { read in
      guard let file = try cases.find(reference, read) else { throw CaseProblem.notFound }
      return (
        try CaseRiskReader(visit: visit).model(file, read), try InstrumentStore.offered(read)
      )
    }
    visit.shows("casework.risk-opened", risk.file.subject)
    return visit.page("Risk", crumbs: crumbs(reference)) {
      RiskHistoryPage(model: risk, offered: offered)
    }
  }

  func show(_ id: ID<RiskAssessment>, of reference: Reference) throws -> Response {
    try RiskPolicy.require(.open, visit.actor)
    let (risk, found, kept) = try visit.read { read in
      guard let file = try cases.find(reference, read) else { throw CaseProblem.notFound }
      let risk = try CaseRiskReader(visit: visit).model(file, read)
      guard let found = risk.assessments.first(where: { $0.id == id }),
        let kept = try InstrumentStore.find(found.instrument, found.version, read)
      else { throw CaseProblem.notFound }
      return (risk, found, kept)
    }
    visit.shows("casework.risk-opened", risk.file.subject)
    let crumbs = crumbs(reference) + [Crumb("Risk", RiskRoute.history(reference).path)]
    return visit.page("Assessment", crumbs: crumbs) {
      AssessmentPage(risk: risk, assessment: found, kept: kept)
    }
  }

  private func crumbs(_ reference: Reference) -> [Crumb] {
    [
      Crumb("Work", WorkRoute.work(WorkFilter()).path),
      Crumb("Case \(reference)", WorkRoute.file(reference).path),
    ]
  }
}
