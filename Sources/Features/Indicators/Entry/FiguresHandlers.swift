import HTTP
import Kernel
import Markup
import Partnership

/// Answers the requests of the signed-in for a quarter's pages.
struct FiguresHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = FiguresRoute(request.method, request.path, request.query) else { return nil }
    return request.method == .post ? try post(route) : try get(route)
  }

  private func get(_ route: FiguresRoute) throws -> Response? {
    switch route {
    case .start:
      let desk = FiguresDesk(visit: visit)
      guard desk.mayList else { return nil }
      let place = try visit.read { try desk.start(in: $0) }
      return place.map { .redirect(to: FiguresRoute.due($0).path) } ?? noPlan
    case .due(let place): return try EntryHandlers(visit).due(place)
    case .entry(let place, let priority): return try EntryHandlers(visit).show(place, priority)
    case .signOff(let place, let priority): return try SignOffHandlers(visit).show(place, priority)
    case .publication(let place): return try PublicationHandlers(visit).show(place)
    case .returnsStart:
      let place = try visit.read { try FiguresDesk(visit: visit).start(in: $0) }
      let maySend = IndicatorPolicy.allows(.sendReturn, visit.actor)
      return place == nil && maySend ? noPlan : try ReturnHandlers(visit).start()
    case .returns(let place): return try ReturnHandlers(visit).list(place)
    case .agency(let place, let key): return try ReturnHandlers(visit).agency(place, key)
    case .form(let place, let key): return try ReturnHandlers(visit).form(place, key)
    case .confirm(let place, let key): return try ReturnUpload(visit).preview(place, key)
    case .chase: return nil
    }
  }

  /// What leads here from the menu while there is no plan.
  private var noPlan: Response {
    visit.page("Figures") {
      NoPlanPage(title: "Figures", mayDefine: PlanDesk(visit: visit).mayDefine)
    }
  }

  private func post(_ route: FiguresRoute) throws -> Response? {
    switch route {
    case .entry(let place, let priority): try EntryHandlers(visit).save(place, priority)
    case .signOff(let place, let priority): try SignOffHandlers(visit).act(place, priority)
    case .publication(let place): try PublicationHandlers(visit).publish(place)
    case .returns(let place): try ReturnHandlers(visit).setDays(place)
    case .agency(let place, let key): try ReturnUpload(visit).receive(place, key)
    case .confirm(let place, let key): try ReturnUpload(visit).confirm(place, key)
    case .chase(let place, let key): try ReturnHandlers(visit).chase(place, key)
    case .start, .due, .returnsStart, .form: nil
    }
  }
}
