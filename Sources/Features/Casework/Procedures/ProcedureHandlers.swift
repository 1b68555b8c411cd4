internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of procedures.
struct ProcedureHandlers {
  static let crumbs = [
    Crumb("Work", WorkRoute.work(WorkFilter()).path),
    Crumb("Procedures", ProcedureRoute.figure(nil).path),
  ]

  let visit: StaffVisit

  private var form: Fields { visit.request.form }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = ProcedureRoute(request.method, request.path, request.query) else {
      return nil
    }
    try ProcedurePolicy.require(.read, visit.actor)
    let samples = SampleHandlers(visit: visit)
    switch route {
    case .figure(let month): return request.method == .post ? nil : try figure(month)
    case .checklists(let key): return try checklists(key)
    case .standard: return try StandardHandlers(visit: visit).respond()
    case .workingDays: return try WorkingDayHandlers(visit: visit).respond()
    case .draw: return try draw()
    case .sample(let month): return request.method == .post ? nil : try samples.show(month)
    case .score(let month, let reference): return try samples.respond(month, reference)
    }
  }

  // The figure

  private func figure(_ month: Month?, refusal: Refusal? = nil) throws -> Response {
    let shown = month ?? London.day(visit.now).month.adding(months: -1)
    let model = try visit.read { read in
      ProcedureModel(
        month: shown,
        figures: try ProcedureFigures(
          closed: ProcedureFigures.days(shown), at: visit.now, read),
        sample: try SampleStore(keyring: visit.services.keyring).sample(of: shown, read),
        isOver: shown < London.day(visit.now).month,
        mayOpen: CasePolicy.allows(.open, visit.actor),
        mayAudit: ProcedurePolicy.allows(.audit, visit.actor),
        state: FormState(values: form, refusal: refusal), csrf: visit.frame.csrf)
    }
    let page = Page(
      frame: visit.frame, title: ProcedurePage.title, crumbs: [Self.crumbs[0]], refusal: refusal
    ) {
      ErrorSummary(refusal)
      ProcedurePage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private func draw() throws -> Response {
    try ProcedurePolicy.require(.audit, visit.actor)
    let month = Month(form["month"] ?? "")
    do {
      var generator = SystemRandom()
      let drawing = ProcedureDrawing(
        services: visit.services, account: visit.actor.account, now: visit.now)
      let drawn = try visit.write { write in
        try drawing.draw(form, seed: generator.next(), in: write)
      }
      return visit.redirect(
        to: ProcedureRoute.sample(drawn).path, saying: "The sample is drawn")
    } catch let refusal as Refusal {
      return try figure(month, refusal: refusal)
    } catch DatabaseError.unique {
      return try figure(month, refusal: Refusal("month", ProcedureDrawing.drawnBefore))
    }
  }

  // Checklists

  private func checklists(_ key: String?) throws -> Response {
    guard visit.request.method == .post else { return try checklists(key, nil) }
    try ProcedurePolicy.require(.configure, visit.actor)
    do {
      try visit.write { write in
        let form = try ChecklistForm(
          form, among: ProcedureStore.all(write), today: London.day(visit.now))
        try ProcedureStore.add(
          form.procedure, by: visit.actor.account, at: visit.now, in: write)
        try visit.record(
          "casework.procedure-set", "procedure/\(form.procedure.key)",
          ["version": String(form.procedure.version)], in: write)
      }
    } catch let refusal as Refusal {
      return try checklists(form["key"], refusal)
    }
    return visit.redirect(
      to: ProcedureRoute.checklists(of: nil).path,
      saying: "The version is added. Cases that were opened before its first day keep theirs")
  }

  private func checklists(_ key: String?, _ refusal: Refusal?) throws -> Response {
    let model = ChecklistModel(
      procedures: try visit.read(ProcedureStore.all), chosen: key,
      posted: refusal.map { FormState(values: form, refusal: $0) },
      today: London.day(visit.now),
      mayConfigure: ProcedurePolicy.allows(.configure, visit.actor), csrf: visit.frame.csrf)
    let page = Page(
      frame: visit.frame, title: ChecklistPage.title, crumbs: Self.crumbs, refusal: refusal
    ) {
      ErrorSummary(refusal)
      ChecklistPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}
