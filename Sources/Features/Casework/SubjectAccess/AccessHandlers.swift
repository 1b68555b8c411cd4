internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of requests for one's own data.
struct AccessHandlers {
  let visit: StaffVisit

  private static let crumbs = [Crumb("Data requests", AccessRoute.list(isOpen: true, page: 1).path)]

  private var today: Day { London.day(visit.now) }
  private var isForm: Bool { visit.request.method == .post }
  private var form: Fields { visit.request.form }
  private var acts: AccessActs {
    AccessActs(services: visit.services, account: visit.actor.account, now: visit.now)
  }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = AccessRoute(request.method, request.path, request.query) else { return nil }
    if case .list(let isOpen, let page) = route { return isForm ? nil : try list(isOpen, page) }
    try AccessPolicy.require(.handle, visit.actor)
    switch route {
    case .list: return nil
    case .new: return isForm ? try open() : blank(nil)
    case .show(let reference, let page): return isForm ? nil : try show(reference, page: page)
    case .people(let reference): return try isForm ? choose(reference) : people(reference, nil)
    case .item(let reference, let key):
      return try isForm ? decide(reference) : item(reference, key, nil)
    case .act(let reference, let act): return try carryOut(act, reference)
    case .file(let reference):
      guard isForm else { return nil }
      return .download(
        try acts.export(reference), type: "application/zip", name: "\(reference).zip")
    }
  }

  private func list(_ isOpen: Bool, _ page: Int) throws -> Response {
    try AccessPolicy.require(.list, visit.actor)
    let found = try visit.read { try acts.store.list(isOpen: isOpen, page: page, $0) }
    return visit.page("Data requests") {
      AccessListPage(
        found: Array(found.prefix(AccessStore.onPage)), isOpen: isOpen, page: page,
        hasMore: found.count > AccessStore.onPage, today: today,
        mayHandle: AccessPolicy.allows(.handle, visit.actor))
    }
  }

  private func blank(_ refusal: Refusal?) -> Response {
    page("A new data request", refusal) {
      NewAccessPage(csrf: visit.frame.csrf, state: FormState(values: form, refusal: refusal))
    }
  }

  private func open() throws -> Response {
    do {
      let request = try visit.write { write in
        try acts.open(AccessForm(form, today: today), in: write)
      }
      return .redirect(to: AccessRoute.people(request.reference).path)
    } catch let refusal as Refusal { return blank(refusal) }
  }

  private func show(
    _ reference: Reference, _ refusal: Refusal? = nil, page number: Int = 1
  ) throws -> Response {
    let model = try visit.read { read in
      let request = try found(reference, read)
      return AccessModel(
        request: request, review: request.isOpen ? try acts.review(request, read) : nil,
        bundle: try acts.store.bundle(request, read), today: today, page: number,
        csrf: visit.frame.csrf, state: FormState(values: form, refusal: refusal))
    }
    visit.shows("access.read", model.request.subject)
    return page("Data request \(reference)", refusal) { AccessPage(model: model) }
  }

  private func people(_ reference: Reference, _ refusal: Refusal?) throws -> Response {
    let (request, chosen) = try visit.read { read in
      let request = try found(reference, read)
      return (request, Set(try acts.store.choice(request.id, read).codes))
    }
    guard request.isOpen else { throw AccessProblem.released }
    // A page that is read cannot write in its transaction: the search is on record before it is shown.
    let (result, others) = try visit.read { read in
      (
        try acts.search(request, read),
        try AccessOthers(services: visit.services).find(request, read)
      )
    }
    visit.shows("access.searched", request.subject, result.detail)
    return page("Whom \(reference) is about", refusal) {
      AccessPeoplePage(
        request: request, found: result.found, others: others, chosen: chosen,
        csrf: visit.frame.csrf, state: FormState(values: form, refusal: refusal))
    }
  }

  private func choose(_ reference: Reference) throws -> Response {
    let choice = AccessChoice(form.all("record"), visit.services.personalData)
    do { try visit.write { try acts.choose(reference, choice, in: $0) } } catch let refusal
      as Refusal
    { return try people(reference, refusal) }
    let words = choice.count == 1 ? "1 record is theirs" : "\(choice.count) records are theirs"
    return visit.redirect(to: AccessRoute.show(reference).path, saying: words)
  }

  private func item(_ reference: Reference, _ key: String, _ refusal: Refusal?) throws -> Response {
    let (request, one) = try visit.read { read -> (AccessRequest, ReviewedItem?) in
      let request = try found(reference, read)
      guard request.isOpen else { throw AccessProblem.released }
      return (
        request, try acts.review(request, read).items.first { $0.item.key == key }
      )
    }
    guard let one else { throw AccessProblem.notFound }
    visit.shows("access.read", request.subject, ["item": key])
    return page("An item of \(reference)", refusal) {
      AccessItemPage(
        request: request, one: one, csrf: visit.frame.csrf,
        state: FormState(
          values: refusal == nil ? AccessItemPage.values(one) : form, refusal: refusal))
    }
  }

  private func decide(_ reference: Reference) throws -> Response {
    let key = form["key"] ?? ""
    do {
      let decision = try AccessDecisionForm(form)
      let next = try visit.write { write -> ReviewedItem? in
        try acts.decide(reference, key, decision, in: write)
        return try acts.review(found(reference, write), write).open.first
      }
      let path =
        next.map { AccessRoute.item(reference, key: $0.item.key) } ?? .show(reference)
      return visit.redirect(to: path.path, saying: "It is decided")
    } catch let refusal as Refusal { return try item(reference, key, refusal) }
  }

  private func carryOut(_ act: AccessAct, _ reference: Reference) throws -> Response {
    do {
      try visit.write { write in
        switch act {
        case .proof: try acts.prove(reference, ProofOfSelfForm(form, today: today), in: write)
        case .extend:
          var reader = FormReader(form)
          let reason = reader.text("extension", or: "Enter why it takes longer", limit: 500)
          try reader.finish()
          try acts.extend(reference, because: reason, in: write)
        case .rest:
          guard let reason = LeavingReason(rawValue: form["rest"] ?? "") else {
            throw Refusal("rest", "Choose why it is left out")
          }
          _ = try acts.leaveRest(reference, because: reason, in: write)
        case .release:
          guard form["read"] == "yes" else {
            throw Refusal("read", "Say that you have read what they are given")
          }
          try acts.release(reference, partnership: visit.frame.partnership, in: write)
        }
      }
    } catch let refusal as Refusal { return try show(reference, refusal) }
    return visit.redirect(to: AccessRoute.show(reference).path, saying: act.notice)
  }

  private func found(_ reference: Reference, _ read: Read) throws -> AccessRequest {
    guard let request = try acts.store.find(reference, read) else { throw AccessProblem.notFound }
    return request
  }

  private func page(
    _ title: String, _ refusal: Refusal?, @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let page = Page(frame: visit.frame, title: title, crumbs: Self.crumbs, refusal: refusal) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}
