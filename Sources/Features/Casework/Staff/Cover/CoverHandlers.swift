internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Who covers whose cases; an officer arranges their own cover, a manager anybody’s.
struct CoverHandlers {
  let visit: StaffVisit

  private var acts: CoverActs {
    CoverActs(services: visit.services, account: visit.actor.account, now: visit.now)
  }
  private var today: Day { London.day(visit.now) }
  private var mayArrangeAll: Bool { CasePolicy.allows(.allocate, visit.actor) }

  func respond() throws -> Response {
    try CasePolicy.require(.work, visit.actor)
    guard visit.request.method == .post else { return try show() }
    do { try add() } catch let refusal as Refusal { return try show(refusal) }
    return .redirect(to: WorkRoute.cover.path)
  }

  /// Takes a cover away.
  func end(_ id: ID<Cover>) throws -> Response {
    try CasePolicy.require(.work, visit.actor)
    try visit.write { write in
      guard let cover = try CoverStore.find(id, write), mayEnd(cover) else {
        throw CaseProblem.notFound
      }
      try acts.end(cover, in: write)
    }
    return .redirect(to: WorkRoute.cover.path)
  }

  private func show(_ refusal: Refusal? = nil) throws -> Response {
    let model = try visit.read { read in
      let covers = try CoverStore.standing(from: today, read)
      var names: [ID<Account>: String] = [:]
      for id in Set(covers.flatMap { [$0.away, $0.by] }) {
        let name = try visit.services.people.name(of: id, in: read)
        names[id] = name?.reveal(for: "page of covers")
      }
      let workers = try acts.workers(read)
      return CoverModel(
        covers: covers, names: names, people: arranged(workers), workers: workers, today: today,
        mayEnd: mayEnd, csrf: visit.frame.csrf,
        state: FormState(values: visit.request.form, refusal: refusal))
    }
    let page = Page(
      frame: visit.frame, title: "Cover",
      crumbs: [
        Crumb("Work", WorkRoute.work(WorkFilter()).path),
        Crumb("Caseload", WorkRoute.caseload.path),
      ], refusal: refusal
    ) {
      ErrorSummary(refusal)
      CoverPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func add() throws {
    try visit.write { write in
      let workers = try acts.workers(write)
      let form = try CoverForm(
        visit.request.form, people: arranged(workers), workers: workers, today: today)
      try acts.add(form, in: write)
    }
  }

  private func arranged(_ workers: [Person]) -> [Person] {
    mayArrangeAll ? workers : workers.filter { $0.id == visit.actor.account }
  }

  private func mayEnd(_ cover: Cover) -> Bool {
    mayArrangeAll || cover.away == visit.actor.account
  }
}
