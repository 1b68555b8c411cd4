internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of what is kept for how long.
struct RetentionHandlers {
  let visit: StaffVisit

  private static let crumbs = [Crumb("Retention", RetentionRoute.overview.path)]

  private var store: RetentionStore { RetentionStore(services: visit.services, now: visit.now) }
  private var isForm: Bool { visit.request.method == .post }
  private var today: Day { London.day(visit.now) }
  private var acts: RetentionActs {
    RetentionActs(services: visit.services, account: visit.actor.account, now: visit.now)
  }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = RetentionRoute(request.method, request.path, request.query) else {
      return nil
    }
    switch route {
    case .overview: return try isForm ? set() : overview()
    case .find: return try find()
    case .due(let kind, let page): return isForm ? nil : try due(kind, page)
    case .deleted(let page): return isForm ? nil : try deleted(page)
    case .record(let kind, let reference): return isForm ? nil : try show(kind, reference)
    case .act(let kind, let reference, let act): return try carryOut(act, kind, reference)
    }
  }

  private func overview(_ refusal: Refusal? = nil, status: Int? = nil) throws -> Response {
    try RetentionPolicy.require(.see, visit.actor)
    let mayReview = RetentionPolicy.allows(.review, visit.actor)
    let model = try visit.read { read in
      let rules = try RetentionRules(read)
      return RetentionModel(
        rules: try rules.inForce(on: today), later: rules.later(than: today),
        versions: Dictionary(
          uniqueKeysWithValues: RetentionKind.allCases.map { ($0, rules.version($0)) }),
        due: mayReview
          ? try RetentionKind.reviewed.map { kind in
            let (found, hasMore) = try store.due(kind, count: RetentionModel.shown, read)
            return (kind, found, hasMore)
          } : [],
        mayReview: mayReview, maySet: RetentionPolicy.allows(.set, visit.actor),
        csrf: visit.frame.csrf, state: FormState(values: visit.request.form, refusal: refusal))
    }
    return page("Retention", crumbs: [], refusal, status: status) { RetentionPage(model: model) }
  }

  private func set() throws -> Response {
    try RetentionPolicy.require(.set, visit.actor)
    do {
      let form = try RuleForm(visit.request.form, today: today)
      try visit.write { try acts.set(form, in: $0) }
    } catch let refusal as Refusal {
      return try overview(refusal)
    } catch DatabaseError.stale {
      let words = "Somebody else set this time meanwhile. Look at it above and save again"
      return try overview(Refusal("kind", words), status: 409)
    }
    return visit.redirect(to: RetentionRoute.overview.path, saying: "The time is set")
  }

  private func find() throws -> Response {
    try RetentionPolicy.require(.review, visit.actor)
    let typed = visit.request.form["reference"] ?? ""
    let letters = visit.services.settings.letters
    let reference = Reference(typed) ?? Reference("\(letters)-\(typed)")
    let found = try reference.flatMap { reference in
      try visit.read { try store.found(reference, $0) }
    }
    guard let found else {
      return try overview(Refusal("reference", "No case, report or application has this reference"))
    }
    return .redirect(to: RetentionRoute.record(found.kind, found.reference).path)
  }

  private func due(_ kind: RetentionKind, _ page: Int) throws -> Response {
    try RetentionPolicy.require(.review, visit.actor)
    let (found, hasMore) = try visit.read { try store.due(kind, page: page, $0) }
    return visit.page("Due for deletion", crumbs: Self.crumbs) {
      DueListPage(kind: kind, found: found, page: page, hasMore: hasMore)
    }
  }

  private func deleted(_ page: Int) throws -> Response {
    try RetentionPolicy.require(.see, visit.actor)
    return try visit.read { read in
      let (found, hasMore) = try Tombstone.page(page, read)
      let names = try names(found.compactMap(\.account), read)
      return visit.page("Deleted records", crumbs: Self.crumbs) {
        DeletedPage(found: found, names: names, page: page, hasMore: hasMore)
      }
    }
  }

  private func show(
    _ kind: RetentionKind, _ reference: Reference, _ refusal: Refusal? = nil
  ) throws -> Response {
    try RetentionPolicy.require(.review, visit.actor)
    let model = try visit.read { read -> RecordModel in
      guard let standing = try store.standing(kind, reference, read) else {
        throw RetentionProblem.notFound
      }
      return RecordModel(
        standing: standing, names: try names(standing.holds.compactMap(\.account), read),
        csrf: visit.frame.csrf, state: FormState(values: visit.request.form, refusal: refusal))
    }
    return page("Retention of \(reference)", crumbs: Self.crumbs, refusal) {
      RecordPage(model: model)
    }
  }

  private func carryOut(
    _ act: RetentionAct, _ kind: RetentionKind, _ reference: Reference
  ) throws -> Response {
    try RetentionPolicy.require(.review, visit.actor)
    let form = visit.request.form
    do {
      switch act {
      case .keep:
        let hold = try HoldForm(form, today: today)
        try visit.write { try acts.keep(kind, reference, hold, in: $0) }
      case .release: try visit.write { try acts.release(kind, reference, in: $0) }
      case .delete:
        guard form["looked"] == "yes" else {
          throw Refusal("looked", "Say that you have looked at it")
        }
        try acts.delete(kind, reference)
      }
    } catch let refusal as Refusal { return try show(kind, reference, refusal) }
    let next = act == .delete ? RetentionRoute.overview : .record(kind, reference)
    return visit.redirect(to: next.path, saying: act.notice)
  }

  private func names(_ accounts: [ID<Account>], _ read: Read) throws -> [ID<Account>: String] {
    var names: [ID<Account>: String] = [:]
    for account in Set(accounts) {
      names[account] = try visit.services.people.name(of: account, in: read)?
        .reveal(for: "who kept or deleted a record")
    }
    return names
  }

  private func page(
    _ title: String, crumbs: [Crumb], _ refusal: Refusal?, status: Int? = nil,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let page = Page(frame: visit.frame, title: title, crumbs: crumbs, refusal: refusal) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: status ?? (refusal == nil ? 200 : 422))
  }
}
