internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the sample of a month and its cases, and keeps what a manager found of each.
struct SampleHandlers {
  let visit: StaffVisit

  private var store: SampleStore { SampleStore(keyring: visit.services.keyring) }
  private var cases: CaseStore { CaseStore(visit.services) }

  func show(_ month: Month) throws -> Response {
    let model = try visit.read { read in
      guard let sample = try store.sample(of: month, read) else { throw CaseProblem.notFound }
      let files = try sample.drawn.compactMap { try cases.find($0, read) }
      return SampleModel(
        sample: sample, cases: try CaseRecords.checked(files, at: visit.now, read),
        mayAudit: ProcedurePolicy.allows(.audit, visit.actor))
    }
    return visit.page("Sample of \(month.words)", crumbs: ProcedureHandlers.crumbs) {
      SamplePage(model: model)
    }
  }

  // One case

  func respond(_ month: Month, _ reference: Reference) throws -> Response {
    try ProcedurePolicy.require(.audit, visit.actor)
    guard visit.request.method == .post else { return try show(month, reference, nil) }
    do {
      try visit.write { write in
        let (sample, checked) = try found(month, reference, write)
        let form = try ScoreForm(visit.request.form, checked)
        try store.score(
          form, checked, in: sample, by: visit.actor.account, at: visit.now, in: write)
        try visit.record(
          "casework.procedure-scored", checked.record.file.subject,
          ["sample": month.description, "verdict": form.verdict.rawValue], in: write)
      }
    } catch let refusal as Refusal {
      return try show(month, reference, refusal)
    }
    return visit.redirect(
      to: ProcedureRoute.sample(month).path, saying: "The score of \(reference) is kept")
  }

  private func show(
    _ month: Month, _ reference: Reference, _ refusal: Refusal?
  ) throws -> Response {
    let model = try visit.read { read in
      let (sample, checked) = try found(month, reference, read)
      let scores = sample.scores[checked.record.file.id] ?? []
      var names: [ID<Account>: String] = [:]
      for id in Set(scores.compactMap(\.account)) {
        names[id] = try visit.services.people.name(of: id, in: read)?
          .reveal(for: "who scored a case")
      }
      return ScoreModel(
        month: month, checked: checked, scores: scores, names: names,
        state: FormState(values: visit.request.form, refusal: refusal), csrf: visit.frame.csrf)
    }
    visit.shows("casework.procedure-read", model.checked.record.file.subject)
    let page = Page(
      frame: visit.frame, title: "Score case \(reference)",
      crumbs: ProcedureHandlers.crumbs + [
        Crumb("Sample of \(month.words)", ProcedureRoute.sample(month).path)
      ], refusal: refusal
    ) {
      ErrorSummary(refusal)
      ScorePage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// A case that was drawn, with what the record says now.
  private func found(
    _ month: Month, _ reference: Reference, _ read: Read
  ) throws -> (ProcedureSample, CheckedCase) {
    guard let sample = try store.sample(of: month, read),
      let file = try cases.find(reference, read), sample.drawn.contains(file.id),
      let checked = try CaseRecords.checked([file], at: visit.now, read).first
    else { throw CaseProblem.notFound }
    return (sample, checked)
  }
}
