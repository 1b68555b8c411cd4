internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers an organisation that cases were given to.
struct SharedCaseHandlers {
  let visit: StaffVisit

  private static let crumbs = [Crumb("Shared cases", SharedRoute.list(page: 1).path)]

  private var store: PartyStore { PartyStore(visit.services) }

  func respond() throws -> Response? {
    guard PartnerPolicy.allows(.read, visit.actor) else { return nil }
    let request = visit.request
    guard let route = SharedRoute(request.method, request.path, request.query) else {
      return try led()
    }
    switch route {
    case .list(let page): return request.method == .post ? nil : try list(page)
    case .file(let reference): return request.method == .post ? nil : try show(reference)
    case .act(let reference, let act): return try carryOut(act, reference)
    }
  }

  /// A link that somebody of the lead sent leads to the organisation's own page of that case.
  private func led() throws -> Response? {
    let path = visit.request.path
    guard visit.request.method == .get, path.count == 2, path[0] == "cases",
      let reference = Reference(path[1])
    else { return nil }
    let found = try visit.read { read in
      try store.find(reference, of: visit.actor.organisation, at: visit.now, read)
    }
    return found.map { _ in .redirect(to: SharedRoute.file(reference).path) }
  }

  private func list(_ page: Int) throws -> Response {
    let model = try visit.read { read in
      let (files, hasMore) = try store.cases(
        of: visit.actor.organisation, page: page, at: visit.now, read)
      return SharedListModel(
        lines: try files.map { file in
          let actions = try store.cases.parts.actions(of: file.id, read)
          return SharedListModel.Line(
            file: file,
            due: actions.first {
              $0.organisation == visit.actor.organisation && $0.doneAt == nil
            }?.due)
        }, page: page, hasMore: hasMore, alsoDue: try visit.dueWork(read), now: visit.now)
    }
    return visit.page("Shared cases") { SharedListPage(model: model) }
  }

  private func show(
    _ reference: Reference, _ act: SharedAct? = nil, refusal: Refusal? = nil
  ) throws -> Response {
    let refused = act.map { ($0, FormState(values: visit.request.form, refusal: refusal)) }
    guard let model = try visit.read({ try SharedCaseModel(reference, visit, refused, $0) }) else {
      throw SharedProblem.notFound
    }
    visit.shows(
      "casework.shared-opened", model.file.subject,
      ["organisation": visit.actor.organisation.description])
    let page = Page(
      frame: visit.frame, title: "Case \(reference)", crumbs: Self.crumbs, refusal: refusal
    ) {
      ErrorSummary(refusal)
      SharedCasePage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func carryOut(_ act: SharedAct, _ reference: Reference) throws -> Response {
    let organisation = visit.actor.organisation
    do {
      try visit.write { write in
        guard
          let found = try store.find(reference, of: organisation, at: visit.now, write)
        else { throw SharedProblem.notFound }
        let writing = PartnerWriting(
          services: visit.services, file: found.file, organisation: organisation,
          account: visit.actor.account, now: visit.now)
        let form = visit.request.form
        switch act {
        case .note: try writing.note(NoteForm(form), in: write)
        case .contact: try writing.contact(ContactForm(form), in: write)
        case .answer:
          try writing.answer(ID(form["action"] ?? ""), AnswerForm(form), in: write)
        }
        try visit.record(
          "casework.shared-\(act.rawValue)", found.file.subject,
          ["organisation": organisation.description], in: write)
      }
    } catch let refusal as Refusal {
      return try show(reference, act, refusal: refusal)
    }
    return visit.redirect(to: SharedRoute.file(reference).path, saying: "It is kept in the case")
  }
}
