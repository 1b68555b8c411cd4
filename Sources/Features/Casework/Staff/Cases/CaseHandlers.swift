internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of a case, and what is written into it.
struct CaseHandlers {
  let visit: StaffVisit

  private var cases: CaseStore { CaseStore(visit.services) }

  /// The page of a case; each reading is on record.
  ///
  /// One that was joined leads to the case that goes on, unless it is looked back at.
  func show(
    _ reference: Reference, _ act: CaseAct? = nil, refusal: Refusal? = nil, status: Int? = nil,
    asLeft: Bool = false
  ) throws -> Response {
    try CasePolicy.require(.open, visit.actor)
    if act == nil, !asLeft, let taker = try visit.read({ try taker(of: reference, $0) }) {
      return visit.redirect(
        to: WorkRoute.file(taker).path, saying: "Case \(reference) was joined to this one")
    }
    let model = try visit.read { read in
      try CaseReader(visit: visit).model(
        reference, act.map { ($0, FormState(values: visit.request.form, refusal: refusal)) }, read)
    }
    visit.shows("casework.case-opened", model.file.subject)
    let page = Page(
      frame: visit.frame, title: "Case \(reference)",
      crumbs: [Crumb("Work", WorkRoute.work(WorkFilter()).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      CasePage(model: model)
    }
    return .html(page, status: status ?? (refusal == nil ? 200 : 422))
  }

  /// Carries a form out and goes back to the case; a refused one is shown again with what was typed.
  func act(_ act: CaseAct, _ reference: Reference) throws -> Response {
    try CasePolicy.require(.work, visit.actor)
    do {
      try visit.write { write in
        guard let file = try cases.find(reference, write) else { throw CaseProblem.notFound }
        try CaseActs(visit: visit, file: file).carryOut(act, in: write)
        try visit.record("casework.case-\(act.rawValue)", file.subject, in: write)
      }
    } catch let refusal as Refusal {
      return try show(reference, act, refusal: refusal)
    } catch DatabaseError.stale {
      return try show(reference, act, refusal: try stale(reference), status: 409)
    } catch let problem as CaseProblem where problem.status == 409 {
      return try show(
        reference, act, refusal: Refusal("state", "\(problem.message) What you typed is below"),
        status: 409)
    }
    return .redirect(
      to: WorkRoute.file(reference).path + (act.sheet.map { "#\($0)" } ?? ""))
  }

  private func taker(of reference: Reference, _ read: Read) throws -> Reference? {
    guard let file = try cases.find(reference, read) else { return nil }
    return try TieStore.taker(of: file, cases, read)?.reference
  }

  /// Both texts: what was typed stands in the form, what another saved in the message.
  private func stale(_ reference: Reference) throws -> Refusal {
    let now = try visit.read { try cases.find(reference, $0) }
    let title = now.map { "“\($0.title)”, \($0.priority.code)" } ?? "nothing"
    return Refusal(
      "title",
      "Somebody else changed the case meanwhile: it now says \(title). What you entered is below. "
        + "Look at both and save again")
  }
}
