internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

extension ActionHandlers {
  /// Which of its two forms a page of an action was sent by.
  enum Act: String {
    /// What came of it.
    case report
    /// What it says.
    case change
  }

  func show(_ id: ID<TaskedAction>) throws -> Response? {
    try visit.read { read -> Response? in
      guard let opened = try open(id, read) else { return nil }
      let fields = ActionForm.fields(opened.action.content)
      return page(opened, report: FormState(values: fields), change: FormState(values: fields))
    }
  }

  /// Takes in what came of an action, or what it says now.
  ///
  /// A form that was opened before somebody else's change is not saved: both texts are shown, and
  /// what was typed stays in the form.
  func change(_ id: ID<TaskedAction>) throws -> Response? {
    let fields = visit.request.form
    guard let act = Act(rawValue: fields["act"] ?? "") else { return nil }
    return try visit.write { write -> Response? in
      guard let opened = try open(id, write) else { return nil }
      guard act == .report ? opened.mayReport : opened.mayChange else {
        throw TaskingProblem.notFound
      }
      let before = opened.action.content
      let content: ActionContent
      do throws(Refusal) {
        content =
          act == .report
          ? try ActionReportForm(fields, before).content
          : try ActionForm(fields, opened.options, before: before).content
      } catch {
        return page(opened, act, fields, refusal: error, status: 422)
      }
      guard fields["version"] == String(opened.action.version) else {
        return page(opened, act, fields, conflict: content, status: 409)
      }
      let path = TaskingRoute.action(id).path
      guard content != before else {
        return visit.redirect(to: path, saying: "Nothing was changed")
      }
      try ActionStore.change(
        opened.action, to: content, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        act == .report ? "tasking.action-reported" : "tasking.action-changed",
        "tasking-action/\(id)",
        ["state": content.state.rawValue, "version": String(opened.action.version + 1)], in: write)
      return visit.redirect(
        to: path,
        saying: act == .report ? "Recorded: \(content.state.title.lowercased())" : "Saved")
    }
  }

  private func open(_ id: ID<TaskedAction>, _ read: Read) throws -> OpenedAction? {
    guard let action = try ActionStore.find(id, read),
      let meeting = try MeetingStore.find(action.meeting, read)
    else { return nil }
    let reader = MeetingReader(services: visit.services)
    let changes = try ActionStore.changes(of: id, read)
    let accounts = changes.compactMap(\.account) + changes.compactMap(\.content.personID)
    let options = try reader.options(meeting, read)
    return OpenedAction(
      action: action, meeting: meeting, changes: changes,
      names: try reader.names(Set(accounts), read),
      options: ActionOptions(
        places: options.places.with(action.content), agencies: options.agencies,
        people: options.people, meeting: options.meeting),
      mayReport: ActionPolicy(visit.actor, action).mayReport,
      mayChange: TaskingPolicy.allows(.decide, visit.actor))
  }

  private func page(
    _ opened: OpenedAction, _ act: Act, _ fields: Fields, refusal: Refusal? = nil,
    conflict: ActionContent? = nil, status: Int
  ) -> Response {
    let kept = FormState(values: ActionForm.fields(opened.action.content))
    let posted = FormState(values: fields, refusal: refusal)
    return page(
      opened, report: act == .report ? posted : kept, change: act == .change ? posted : kept,
      conflict: conflict, status: status)
  }

  private func page(
    _ opened: OpenedAction, report: FormState, change: FormState,
    conflict: ActionContent? = nil, status: Int = 200
  ) -> Response {
    let refusal = report.refusal ?? change.refusal
    return .html(
      Page(
        frame: visit.frame, title: "Action",
        crumbs: [TaskingCrumbs.meetings, TaskingCrumbs.meeting(opened.meeting)], refusal: refusal
      ) {
        ErrorSummary(refusal)
        ActionPage(
          opened: opened, report: report, change: change, conflict: conflict,
          today: London.day(visit.now), csrf: visit.frame.csrf)
      }, status: status)
  }
}

/// Who may say what came of an action: a partner only of those its own organisation owns.
struct ActionPolicy {
  let actor: Actor
  let action: TaskedAction

  init(_ actor: Actor, _ action: TaskedAction) {
    self.actor = actor
    self.action = action
  }

  var mayReport: Bool {
    TaskingPolicy.allows(.report, actor)
      && (actor.role != .partner || actor.organisation == action.content.owner)
  }
}
