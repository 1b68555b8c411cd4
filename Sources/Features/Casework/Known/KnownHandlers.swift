internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of what other organisations know.
struct KnownHandlers {
  let visit: StaffVisit

  private var services: Services { visit.services }
  private var sources: KnownSourceStore { KnownSourceStore(keyring: services.keyring) }
  private var requests: KnownRequestStore { KnownRequestStore(keyring: services.keyring) }
  private var desk: KnownDesk {
    KnownDesk(services: services, account: visit.actor.account, now: visit.now)
  }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = KnownRoute(request.method, request.path, request.query) else { return nil }
    do {
      switch route {
      case .start: return request.method == .post ? nil : try show(nil)
      case .decide: return try decide()
      case .add: return try add()
      case .turn(let id): return try turn(id)
      case .load(let id): return try load(id)
      }
    } catch let refusal as Refusal { return try show(refusal) } catch DatabaseError.stale {
      return try show(Refusal("", "Somebody else changed it meanwhile. Look at it and do it again"))
    }
  }

  private func show(_ refusal: Refusal?) throws -> Response {
    let mayDecide = KnownPolicy.allows(.decide, visit.actor)
    let mayConfigure = KnownPolicy.allows(.configure, visit.actor)
    guard mayDecide || mayConfigure else { throw CaseProblem.notFound }
    let model = try visit.read { read in
      KnownPageModel(
        waiting: mayDecide ? try waiting(read) : [], sources: try sources.all(read),
        agencies: try services.people.agencies(read), mayDecide: mayDecide,
        mayConfigure: mayConfigure, csrf: visit.frame.csrf,
        state: FormState(values: visit.request.form, refusal: refusal))
    }
    let page = Page(frame: visit.frame, title: KnownPage.title, refusal: refusal) {
      ErrorSummary(refusal)
      KnownPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func waiting(_ read: Read) throws -> [KnownPageModel.Waiting] {
    try requests.waiting(read).compactMap { request in
      guard let file = try CaseStore(services).find(request.file, read) else { return nil }
      let name = try services.people.name(of: request.askedBy, in: read)
      return KnownPageModel.Waiting(
        request: request, reference: file.reference,
        askedBy: name?.reveal(for: "page of requests") ?? "Somebody",
        isOwn: request.askedBy == visit.actor.account)
    }
  }

  private func decide() throws -> Response {
    try KnownPolicy.require(.decide, visit.actor)
    let form = try KnownDecisionForm(visit.request.form)
    try visit.write { write in
      if form.isApproved {
        try desk.approve(form.request, reason: form.reason, in: write)
      } else {
        try desk.refuse(form.request, reason: form.reason, in: write)
      }
    }
    return visit.redirect(
      to: KnownRoute.start.path,
      saying: form.isApproved ? "The case has the answer" : "The request is refused")
  }

  private func add() throws -> Response {
    try KnownPolicy.require(.configure, visit.actor)
    do {
      try visit.write { write in
        let form = try KnownSourceForm(
          visit.request.form, try services.people.agencies(write))
        let id = try sources.add(
          form.kind, of: form.organisation.id, contact: form.contact, at: visit.now, in: write)
        try visit.record("casework.known-added", "register/\(id)", in: write)
      }
    } catch DatabaseError.unique {
      throw Refusal("kind", "The organisation has such a register already")
    }
    return visit.redirect(to: KnownRoute.start.path, saying: "The register is added, and off")
  }

  private func turn(_ id: ID<KnownSource>) throws -> Response {
    try KnownPolicy.require(.configure, visit.actor)
    let isOn = visit.request.form["to"] == "on"
    try visit.write { write in
      guard let source = try sources.find(id, write) else { throw CaseProblem.notFound }
      try sources.set(source, on: isOn, in: write)
      try visit.record(
        isOn ? "casework.known-on" : "casework.known-off", "register/\(id)", in: write)
    }
    return .redirect(to: KnownRoute.start.path)
  }

  private func load(_ id: ID<KnownSource>) throws -> Response {
    try KnownPolicy.require(.configure, visit.actor)
    let field = "list-\(id)"
    guard let file = visit.request.files.first(where: { $0.field == field && $0.size > 0 }) else {
      throw Refusal(field, "Choose the list")
    }
    let people: [KnownPerson]
    do {
      people = try KnownList.read(file.path, name: "The list", today: London.day(visit.now))
    } catch let refused as InputRefused { throw Refusal(field, refused.message) }
    try visit.write { write in
      guard let source = try sources.find(id, write) else { throw CaseProblem.notFound }
      try sources.load(people, into: source, at: visit.now, in: write)
      try visit.record(
        "casework.known-loaded", "register/\(id)", ["people": String(people.count)], in: write)
    }
    return visit.redirect(to: KnownRoute.start.path, saying: KnownList.words(people.count))
  }
}
