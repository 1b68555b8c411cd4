internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows actions, writes down decisions, and takes in what came of them.
struct ActionHandlers {
  let visit: StaffVisit
  private var reader: MeetingReader { MeetingReader(services: visit.services) }
  private var today: Day { London.day(visit.now) }

  func list(_ state: ActionState, _ page: Int) throws -> Response? {
    try visit.read { read in
      let (actions, hasMore) = try ActionStore.page(state, page, read)
      let names = try reader.names(of: actions, read)
      return visit.page("Actions", crumbs: [TaskingCrumbs.meetings]) {
        ActionsPage(
          state: state, actions: actions, names: names, today: today, page: page, hasMore: hasMore)
      }
    }
  }

  func blank(_ week: Week) throws -> Response? {
    try TaskingPolicy.require(.decide, visit.actor)
    return try visit.read { read -> Response? in
      guard let meeting = try MeetingStore.find(week, read) else { return nil }
      guard !meeting.isClosed else { throw TaskingProblem.closed }
      return try form(meeting, FormState(), read)
    }
  }

  func add(_ week: Week) throws -> Response? {
    try TaskingPolicy.require(.decide, visit.actor)
    let fields = visit.request.form
    return try visit.write { write -> Response? in
      guard let meeting = try MeetingStore.find(week, write) else { return nil }
      guard !meeting.isClosed else { throw TaskingProblem.closed }
      let options = try reader.options(meeting, write)
      let content: ActionContent
      do throws(Refusal) {
        content = try ActionForm(fields, options).content
      } catch {
        return try form(meeting, FormState(values: fields, refusal: error), write)
      }
      let id = try ActionStore.add(
        content, to: meeting.id, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "tasking.action-added", "tasking-action/\(id)",
        ["week": week.description, "organisation": content.organisationName], in: write)
      return visit.redirect(
        to: TaskingRoute.meeting(week).path, saying: "The decision is written down")
    }
  }

  private func form(_ meeting: Meeting, _ state: FormState, _ read: Read) throws -> Response {
    let options = try reader.options(meeting, read)
    return .html(
      Page(
        frame: visit.frame, title: "Write a decision down",
        crumbs: [TaskingCrumbs.meetings, TaskingCrumbs.meeting(meeting)], refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        PageHead("Write a decision down", kicker: meeting.title)
        Sheet {
          PostForm(to: TaskingRoute.newAction(meeting.week).path, csrf: visit.frame.csrf) {
            ActionFields(options: options, state: state)
            SubmitButton("Write it down")
          }
        }
      }, status: state.refusal == nil ? 200 : 422)
  }
}
