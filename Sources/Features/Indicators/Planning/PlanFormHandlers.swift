import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// Shows a form of a plan, shows what it would do, and does it.
///
/// What a change does is not guessed: it is made, the dashboards are worked out again, and unless
/// it is to be saved the transaction is taken back.
struct PlanFormHandlers {
  private let desk: PlanDesk
  private let slug: String
  private let task: PlanTask
  private var visit: StaffVisit { desk.visit }

  init(_ desk: PlanDesk, _ slug: String, _ task: PlanTask) {
    self.desk = desk
    self.slug = slug
    self.task = task
  }

  func show() throws -> Response? {
    let loader = PlanFormLoader(desk: desk)
    guard let (plan, form) = try visit.read({ try loader.open(slug, task, in: $0) }) else {
      return nil
    }
    let values = Fields((form.current + form.defaults).map { ($0.name, $0.text) })
    return page(plan, form, FormState(values: values), nil, status: 200)
  }

  func act() throws -> Response? {
    do {
      guard let saved = try visit.write({ try change(in: $0) }) else { return nil }
      return visit.redirect(to: saved.path, saying: saved.notice)
    } catch let stop as Stop {
      return page(stop.plan, stop.form, stop.state, stop.preview, status: stop.status)
    }
  }

  /// Ends a transaction whose change is not to be kept, with the page to show.
  private struct Stop: Error {
    let plan: Plan
    let form: PlanForm
    let state: FormState
    var preview: PlanPreview?
    var status = 422
  }

  /// Where somebody is led after a change was kept, and what is said there.
  private struct Saved {
    let path: String
    let notice: String
  }

  private func change(in write: Write) throws -> Saved? {
    try PlanStore.hold(slug, in: write)
    guard let (plan, form) = try PlanFormLoader(desk: desk).open(slug, task, in: write) else {
      return nil
    }
    let posted = visit.request.form
    let reading = PlanFormReading(posted, form)
    var reader = FormReader(reading.fields)
    for one in reading.conflicts { reader.refuse(one.field, one.message) }
    let reason = reader.text("reason", or: "Say why; it is kept with the change", limit: 500)
    let before = try desk.outlook(plan, in: write)
    var editor = desk.editor(plan, reason: reason)
    try form.apply(&reader, &editor, write)
    guard reader.refused.isEmpty else {
      let state = FormState(values: posted, refusal: Refusal(reader.refused))
      throw Stop(
        plan: plan, form: form, state: state, status: reading.conflicts.isEmpty ? 422 : 409)
    }
    guard !editor.changes.isEmpty else {
      return Saved(path: path(after: editor), notice: "Nothing had changed")
    }
    let effect = PlanEffect(
      from: before, to: try desk.outlook(plan, in: write), of: task.member)
    let mark = PlanFormReading.mark(posted)
    guard posted["act"] == "save", posted["checked"] == mark else {
      let preview = PlanPreview(
        changes: editor.changes, effect: effect, mark: mark, isAgain: posted["act"] == "save")
      throw Stop(
        plan: plan, form: form, state: FormState(values: posted), preview: preview, status: 200)
    }
    try desk.noting.withdraw(effect, in: write)
    try desk.noting.changed(editor, in: write)
    return Saved(path: path(after: editor), notice: form.saved)
  }

  /// The page of the indicator that was changed, or of the plan.
  private func path(after editor: PlanEditor) -> String {
    let member = task.member ?? editor.changes.compactMap(\.member).last
    return member.map { PlanRoute.indicator(slug, $0).path } ?? IndicatorRoute.plan(slug).path
  }

  private func page(
    _ plan: Plan, _ form: PlanForm, _ state: FormState, _ preview: PlanPreview?, status: Int
  ) -> Response {
    .html(
      Page(
        frame: visit.frame, title: preview == nil ? form.title : "Check: \(form.title)",
        crumbs: PlanCrumbs.of(plan), refusal: state.refusal
      ) {
        PlanFormPage(
          form: form, path: PlanRoute.form(slug, task).path, kicker: plan.title, state: state,
          preview: preview, csrf: visit.frame.csrf)
      }, status: status)
  }
}

/// The pages above those of a plan.
enum PlanCrumbs {
  static let plans = Crumb("Plans", IndicatorRoute.plans(page: 1).path)

  static func of(_ plan: Plan) -> [Crumb] {
    [plans, Crumb(plan.title, IndicatorRoute.plan(plan.slug).path)]
  }
}
