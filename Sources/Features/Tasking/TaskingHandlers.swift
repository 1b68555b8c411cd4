internal import HTTP
internal import Kernel
internal import Partnership

/// Answers the pages of tasking.
struct TaskingHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard request.path.first == "tasking" else { return nil }
    try TaskingPolicy.require(.see, visit.actor)
    if let route = ExceptionRoute(request.method, request.path, request.query) {
      return try ExceptionHandlers(visit: visit).respond(route)
    }
    if let route = VehicleRoute(request.method, request.path, request.query) {
      return try VehicleHandlers(visit: visit).respond(route)
    }
    if let route = ComparisonRoute(request.method, request.path, request.query) {
      return try ComparisonHandlers(visit: visit).respond(route)
    }
    guard let route = TaskingRoute(request.method, request.path, request.query),
      request.method != .post || route.takesForms
    else { return nil }
    let isForm = request.method == .post
    let (meetings, actions) = (MeetingHandlers(visit: visit), ActionHandlers(visit: visit))
    switch route {
    case .meetings(let page): return try isForm ? meetings.plan() : meetings.list(page)
    case .meeting(let week): return try meetings.show(week)
    case .newAction(let week): return try isForm ? actions.add(week) : actions.blank(week)
    case .actions(let state, let page): return try actions.list(state, page)
    case .action(let id): return try isForm ? actions.change(id) : actions.show(id)
    case .prepare(let week): return try PackHandlers(visit: visit).prepare(week)
    case .close(let week): return try PackHandlers(visit: visit).close(week)
    case .pack(let week): return try PackHandlers(visit: visit).show(week)
    case .pdf(let week): return try PackHandlers(visit: visit).print(week)
    }
  }
}
