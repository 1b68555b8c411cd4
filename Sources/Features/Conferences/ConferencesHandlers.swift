internal import HTTP
internal import Kernel
internal import Partnership

/// Answers the pages of conferences.
struct ConferencesHandlers {
  let visit: StaffVisit

  func respond() throws -> Response? {
    let request = visit.request
    try ConferencePolicy.require(visit.actor)
    let isForm = request.method == .post
    guard let route = ConferencesRoute(request.method, request.path, request.query),
      !isForm || route.takesForms
    else { return nil }
    let desk = Desk(visit: visit)
    switch route {
    case .index: return try IndexHandlers(desk: desk).index()
    case .actions:
      let own = OwnActionHandlers(desk: desk)
      return try isForm ? own.answer() : own.list()
    case .desk(let kind, let filter):
      let handlers = DeskHandlers(desk: desk)
      return try isForm ? handlers.find(kind) : handlers.show(kind, filter)
    case .refer(let kind):
      let handlers = ReferHandlers(desk: desk)
      return try isForm ? handlers.add(kind) : handlers.blank(kind)
    case .referral(let kind, let reference, let body):
      let handlers = CaseHandlers(desk: desk)
      return try isForm
        ? handlers.act(kind, reference, for: body) : handlers.show(kind, reference, for: body)
    case .members(let kind):
      let handlers = MemberHandlers(desk: desk)
      return try isForm ? handlers.change(kind) : handlers.show(kind)
    case .rules(let kind):
      let handlers = RulesHandlers(desk: desk)
      return try isForm ? handlers.change(kind) : handlers.show(kind)
    case .newMeeting(let kind):
      let handlers = CallHandlers(desk: desk)
      return try isForm ? handlers.call(kind) : handlers.blank(kind)
    case .meeting(let kind, let id, let item):
      let handlers = MeetingHandlers(desk: desk)
      return try isForm ? handlers.act(kind, ID(id)) : handlers.show(kind, ID(id), item: item)
    case .minutes(let kind, let id): return try MinutesHandlers(desk: desk).show(kind, ID(id))
    case .print(let kind, let id): return try MinutesHandlers(desk: desk).print(kind, ID(id))
    case .flags(let kind):
      let handlers = FlagHandlers(desk: desk)
      return try isForm ? handlers.end(kind) : handlers.list(kind)
    case .keeping(let kind):
      let handlers = KeepingHandlers(desk: desk)
      return try isForm ? handlers.act(kind) : handlers.list(kind)
    case .requests(let kind): return try DisclosureHandlers(desk: desk).list(kind)
    case .request(let kind, let reference):
      let handlers = DisclosureHandlers(desk: desk)
      return try isForm ? handlers.decide(kind, reference) : handlers.show(kind, reference)
    case .figures(let kind, let from, let to):
      let handlers = FigureHandlers(desk: desk)
      return try isForm ? handlers.count(kind) : handlers.show(kind, from, to)
    case .figuresFile(let kind, let year):
      return try FigureHandlers(desk: desk).file(kind, year)
    case .shares(let kind, let page): return try ShareHandlers(desk: desk).list(kind, page)
    case .share(let kind, let id): return try ShareHandlers(desk: desk).show(kind, ID(id))
    case .shareFile(let kind, let id): return try ShareHandlers(desk: desk).print(kind, ID(id))
    case .trail(let kind, let before): return try TrailHandlers(desk: desk).show(kind, before)
    }
  }
}
