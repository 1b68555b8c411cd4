internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows meetings, and plans one.
struct MeetingHandlers {
  let visit: StaffVisit
  private var reader: MeetingReader { MeetingReader(services: visit.services) }

  func list(_ page: Int) throws -> Response? {
    try visit.read { read in try listed(page, FormState(values: Self.suggestion(visit.now)), read) }
  }

  /// Plans the meeting of a day's week.
  func plan() throws -> Response? {
    try TaskingPolicy.require(.decide, visit.actor)
    let fields = visit.request.form
    var refusal: Refusal?
    var day: Day?
    do throws(Refusal) { day = try DateInput.day("held", "Day of the meeting", in: fields) } catch {
      refusal = error
    }
    let today = London.day(visit.now)
    if let chosen = day, abs(chosen.number - today.number) > 366 {
      refusal = Refusal("held-day", "Choose a day within a year of today")
    }
    if refusal == nil, let day {
      let isPlanned = try visit.write { write -> Bool in
        guard let id = try MeetingStore.plan(day, at: visit.now, in: write) else { return false }
        try visit.record(
          "tasking.meeting-planned", "tasking-meeting/\(id)",
          ["week": Week(day).description, "day": day.description], in: write)
        return true
      }
      let path = TaskingRoute.meeting(Week(day)).path
      if isPlanned {
        return visit.redirect(to: path, saying: "The meeting of \(day.words) is planned")
      }
      refusal = Refusal(
        "held-day", "Week \(Week(day)) has a meeting already. Choose a day of another week")
    }
    return try visit.read { read in
      try listed(1, FormState(values: fields, refusal: refusal), read)
    }
  }

  /// The Tuesday that comes next, since packs are built by Tuesday.
  private static func suggestion(_ now: Instant) -> Fields {
    let today = London.day(now)
    return Fields(DateInput.fields("held", today.adding(days: (9 - today.weekday) % 7)))
  }

  private func listed(_ page: Int, _ state: FormState, _ read: Read) throws -> Response {
    let (meetings, hasOlder) = try MeetingStore.page(page, read)
    let states = try ActionStore.states(of: meetings.map(\.id), read)
    let today = London.day(visit.now)
    let model = MeetingsModel(
      meetings: meetings.map { MeetingSummary(meeting: $0, actions: states[$0.id] ?? [:]) },
      page: page, hasOlder: hasOlder, overdue: try ActionStore.overdue(on: today, read),
      mayDecide: TaskingPolicy.allows(.decide, visit.actor),
      vehicles: VehiclePolicy.allows(.see, visit.actor)
        || VehiclePolicy.allows(.trail, visit.actor),
      state: state, csrf: visit.frame.csrf)
    return .html(
      Page(frame: visit.frame, title: "Weekly tasking", refusal: state.refusal) {
        ErrorSummary(state.refusal)
        MeetingsPage(model: model)
      }, status: state.refusal == nil ? 200 : 422)
  }

  func show(_ week: Week) throws -> Response? {
    try visit.read { read -> Response? in
      guard let meeting = try MeetingStore.find(week, read) else { return nil }
      let carried = try reader.carried(meeting, read)
      let decided = try ActionStore.all(of: meeting.id, read)
      let model = MeetingModel(
        meeting: meeting, carried: carried, decided: decided,
        names: try reader.names(of: carried + decided, read),
        isPrepared: try PackReader(services: visit.services).isPrepared(meeting, read),
        today: London.day(visit.now), mayDecide: TaskingPolicy.allows(.decide, visit.actor),
        mayPrepare: TaskingPolicy.allows(.prepare, visit.actor), csrf: visit.frame.csrf)
      return visit.page(meeting.title, crumbs: [TaskingCrumbs.meetings]) {
        MeetingPage(model: model)
      }
    }
  }
}

/// The pages above those of tasking.
enum TaskingCrumbs {
  static let meetings = Crumb("Weekly tasking", TaskingRoute.meetings(page: 1).path)

  static func meeting(_ meeting: Meeting) -> Crumb {
    Crumb(meeting.title, TaskingRoute.meeting(meeting.week).path)
  }
}
