internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of the working days.
struct WorkingDayHandlers {
  let visit: StaffVisit

  func respond() throws -> Response {
    guard visit.request.method == .post else { return try show(nil) }
    try ProcedurePolicy.require(.configure, visit.actor)
    let fields = visit.request.form
    do {
      let said = try visit.write { write in
        let work = WorkingDayWork(
          services: visit.services, account: visit.actor.account, now: visit.now)
        if let day = fields["remove"].flatMap({ Day($0) }) {
          try work.remove(day, in: write)
          return "\(day.words) is taken away. What was due before keeps its day"
        }
        let added = try work.add(fields, in: write)
        return
          "\(added.day.words) is \(added.isWorked ? "worked" : "a day off"). What was due before keeps its day"
      }
      return visit.redirect(to: ProcedureRoute.workingDays.path, saying: said)
    } catch let refusal as Refusal {
      return try show(refusal)
    }
  }

  private func show(_ refusal: Refusal?) throws -> Response {
    let model = WorkingDayModel(
      changed: try visit.read(WorkingDays.changed), today: London.day(visit.now),
      state: FormState(
        values: refusal == nil ? Fields() : visit.request.form, refusal: refusal),
      mayConfigure: ProcedurePolicy.allows(.configure, visit.actor), csrf: visit.frame.csrf)
    let page = Page(
      frame: visit.frame, title: WorkingDayPage.title,
      crumbs: ProcedureHandlers.crumbs
        + [Crumb(StandardPage.title, ProcedureRoute.standard.path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      WorkingDayPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}
