internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Hands a case on to whoever leads or takes it from then on, and takes the lead back.
struct HandOnHandlers {
  let visit: StaffVisit

  private var cases: CaseStore { CaseStore(visit.services) }
  private var form: Fields { visit.request.form }
  private var handing: HandingOn {
    HandingOn(services: visit.services, account: visit.actor.account, now: visit.now)
  }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = HandOnRoute(request.method, request.path, request.query) else { return nil }
    try CasePolicy.require(.tie, visit.actor)
    let (reference, field) =
      switch route {
      case .handOn(let reference): (reference, "hand-on-reason")
      case .takeBack(let reference): (reference, "take-back-reason")
      }
    guard request.method == .post else { return try show(reference) }
    do {
      return try route.isTakingBack ? takeBack(reference) : hand(reference)
    } catch let refusal as Refusal {
      return try show(reference, refusal: refusal)
    } catch DatabaseError.stale {
      let words = "Somebody changed the case meanwhile. Look at it again, and press it once more"
      return try show(reference, refusal: Refusal(field, words))
    }
  }

  private func hand(_ reference: Reference) throws -> Response {
    let name = try visit.write { write in
      let file = try found(reference, write)
      let form = try HandOnForm(form, facts(write))
      let action = try handing.hand(file, form, in: write)
      try visit.record(action, file.subject, ["to": form.to.name], in: write)
      return form.to.name
    }
    return visit.redirect(
      to: WorkRoute.file(reference).path, saying: "The case is handed on to \(name)")
  }

  private func takeBack(_ reference: Reference) throws -> Response {
    try visit.write { write in
      let file = try found(reference, write)
      let reason = try ReasonForm(form, field: "take-back-reason").reason
      try handing.takeBack(file, because: reason, in: write)
      try visit.record("casework.case-take-back", file.subject, in: write)
    }
    return visit.redirect(to: WorkRoute.file(reference).path, saying: "We lead the case again")
  }

  private func show(_ reference: Reference, refusal: Refusal? = nil) throws -> Response {
    let model = try visit.read { read in
      let file = try found(reference, read)
      return HandOnModel(
        file: file, facts: try facts(read),
        own: visit.actor.organisation,
        state: FormState(values: form, refusal: refusal), csrf: visit.frame.csrf)
    }
    let page = Page(
      frame: visit.frame, title: "Hand a case on",
      crumbs: [Crumb("Case \(reference)", WorkRoute.file(reference).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      HandOnPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func facts(_ read: Read) throws -> HandOnFacts {
    try HandOnFacts(
      visit.services, by: visit.actor.organisation, on: London.day(visit.now), read)
  }

  private func found(_ reference: Reference, _ read: Read) throws -> CaseFile {
    guard let file = try cases.find(reference, read) else { throw CaseProblem.notFound }
    guard file.joinedInto == nil else { throw CaseProblem.joined }
    guard file.state != .closed else { throw CaseProblem.closed }
    return file
  }
}

extension HandOnRoute {
  fileprivate var isTakingBack: Bool { if case .takeBack = self { true } else { false } }
}
