internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// Answers the page on which an officer decides about a report.
struct TriageHandlers {
  let visit: StaffVisit

  private var reports: ReportStore { ReportStore(visit.services) }
  private var cases: CaseStore { CaseStore(visit.services) }

  func respond(_ reference: Reference) throws -> Response {
    try CasePolicy.require(.triage, visit.actor)
    guard visit.request.method == .post else { return try show(reference) }
    if visit.request.form["step"] == "acknowledge" { return try acknowledge(reference) }
    let form: TriageForm
    do { form = try TriageForm(visit.request.form) } catch {
      return try show(reference, refusal: error)
    }
    do {
      guard visit.request.form["step"] == "decide" else {
        return try show(reference, letterOf: form)
      }
      return try decide(reference, form)
    } catch let refusal as Refusal {
      return try show(reference, refusal: refusal)
    } catch DatabaseError.unique {
      return try late(reference)  // two decided at the same moment
    } catch CaseProblem.decided {
      return try late(reference)
    }
  }

  /// Somebody was first: what they decided, and what was typed here.
  private func late(_ reference: Reference) throws -> Response {
    let words = "Somebody has decided about this report meanwhile. What you typed is below"
    return try show(reference, refusal: Refusal("decided", words), status: 409)
  }

  /// The form, with the letter below it once it was filled in.
  private func show(
    _ reference: Reference, letterOf form: TriageForm? = nil, refusal: Refusal? = nil,
    status: Int? = nil
  ) throws -> Response {
    let model = try visit.read { read -> TriageModel in
      guard let report = try reports.find(reference, read) else { throw CaseProblem.notFound }
      let details = try reports.details(report, read)
      let decided = try DecidedReport.of(report.id, visit.services, read)
      if form != nil, decided != nil { throw CaseProblem.decided }
      let standards = try standards(report, read)
      return TriageModel(
        details: details, standard: standards.received, mark: try mark(report, read),
        links: try ReportLinks.of(report, read),
        vehicles: try vehicles(details, read),
        markers: try MarkerReader(visit: visit).model(report, read),
        decided: decided,
        state: FormState(values: values(report), refusal: refusal),
        preview: try form.map { try preview(letter($0, details, standards)) },
        typed: visit.request.method == .post ? visit.request.form : Fields(), now: visit.now,
        csrf: visit.frame.csrf)
    }
    visit.shows("casework.report-opened", "report/\(reference)")
    let page = Page(
      frame: visit.frame, title: "Decide about a report",
      crumbs: [Crumb("Work", WorkRoute.work(WorkFilter()).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      TriagePage(model: model)
    }
    return .html(page, status: status ?? (refusal == nil ? 200 : 422))
  }

  /// The cases with the vehicle the report names.
  private func vehicles(_ details: ReportDetails, _ read: Read) throws -> [CaseFile] {
    let written = details.subject.reveal(for: "look-up of a vehicle").vehicle
    return try ContactToken.vehicle(in: written).map { token in
      try VehicleStore(keyring: visit.services.keyring).cases(of: token, read)
    } ?? []
  }

  private func mark(_ report: Report, _ read: Read) throws -> (rule: RepeatRule, mark: RepeatMark?)?
  {
    guard let rule = try RepeatRules.current(read) else { return nil }
    return (rule, try RepeatCallers(rule: rule).marks([report.id], read)[report.id])
  }

  private func preview(_ letter: TriageLetter) throws -> TriageModel.Preview {
    let reach = letter.reach
    return TriageModel.Preview(
      words: try letter.preview(), way: reach?.way, hold: reach?.hold,
      hasCarrier: (reach?.way).map { visit.services.outbox.carrier(of: $0) != nil } ?? false)
  }

  /// What was posted, or what the answers of the report suggest.
  private func values(_ report: Report) -> Fields {
    guard visit.request.method == .get else { return visit.request.form }
    return Fields([
      ("priority", String(report.priority.rawValue)),
      (
        "title", [report.kind.title, report.place?.name].compactMap(\.self).joined(separator: ", ")
      ),
    ])
  }

  /// The standard of the day a report was received, by which work begins, and the one of today, by which
  /// its reporter hears of it.
  private func standards(
    _ report: Report, _ read: Read
  ) throws -> (received: CaseStandard, today: CaseStandard) {
    (
      try StandardStore.standard(at: report.receivedAt, read),
      try StandardStore.standard(at: visit.now, read)
    )
  }

  private func letter(
    _ form: TriageForm, _ details: ReportDetails,
    _ standards: (received: CaseStandard, today: CaseStandard)
  ) -> TriageLetter {
    TriageLetter(
      report: details.report, reporter: details.reporter, form: form, now: visit.now,
      begin: standards.received.begin(form.priority, from: details.report.receivedAt),
      every: standards.today.words(.update),
      track: visit.services.settings.publicURL + ReportRoute.track.path)
  }

  private func acknowledge(_ reference: Reference) throws -> Response {
    do {
      try visit.write { write in
        guard let report = try reports.find(reference, write) else { throw CaseProblem.notFound }
        try Acknowledging(
          services: visit.services, account: visit.actor.account, now: visit.now
        ).acknowledge(try reports.details(report, write), in: write)
      }
    } catch let refusal as Refusal {
      return try show(reference, refusal: refusal, status: 409)
    }
    return visit.redirect(
      to: WorkRoute.triage(reference).path, saying: "The reporter is told that we have it")
  }

  private func decide(_ reference: Reference, _ form: TriageForm) throws -> Response {
    let decided = try visit.write { write -> CaseFile? in
      guard let report = try reports.find(reference, write) else { throw CaseProblem.notFound }
      guard report.state == .new else { throw CaseProblem.decided }
      let details = try reports.details(report, write)
      let triage = Triage(services: visit.services, account: visit.actor.account, now: visit.now)
      return try triage.decide(
        report, form, letter(form, details, standards(report, write)), in: write)
    }
    return .redirect(
      to: decided.map { WorkRoute.file($0.reference).path } ?? WorkRoute.triage(reference).path)
  }
}
