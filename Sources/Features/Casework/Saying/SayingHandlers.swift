internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// Answers the page of a message that somebody has to say.
struct SayingHandlers {
  let visit: StaffVisit

  private var acts: SayingActs {
    SayingActs(services: visit.services, account: visit.actor.account, now: visit.now)
  }

  func respond() throws -> Response? {
    let request = visit.request
    guard case .say(let id)? = SayingRoute(request.method, request.path, request.query) else {
      return nil
    }
    try CasePolicy.require(.work, visit.actor)
    guard request.method == .post else { return try show(id, nil) }
    do { return try say(id) } catch let refusal as Refusal { return try show(id, refusal) }
  }

  private func show(_ id: ID<SentMessage>, _ refusal: Refusal?) throws -> Response {
    let model = try visit.read { read in
      let one = try acts.find(id, read)
      let words = try visit.services.outbox.words(of: id, in: read)
      return SayingModel(
        one: one, address: words?.address, body: words?.body, safety: try safety(one, read),
        now: visit.now,
        state: FormState(
          values: refusal == nil
            ? Fields(SaidForm.values(at: visit.now)) : visit.request.form, refusal: refusal),
        csrf: visit.frame.csrf)
    }
    visit.shows("casework.message-read", model.one.subject, ["message": id.description])
    let page = Page(
      frame: visit.frame, title: "A message to be said",
      crumbs: [Crumb("Work", WorkRoute.work(WorkFilter()).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      SayingPage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// What the reporter wrote about when and how it is safe.
  private func safety(_ one: MessageToSay, _ read: Read) throws -> [ReportDetails] {
    guard case .work(let report?, _, _) = one.about else { return [] }
    let store = ReportStore(visit.services)
    return try store.find(report, read).map { [try store.details($0, read)] } ?? []
  }

  private func say(_ id: ID<SentMessage>) throws -> Response {
    let path = try visit.write { write in
      let one = try acts.find(id, write)
      try acts.say(
        one, SaidForm(visit.request.form, since: one.message.created, at: visit.now), in: write)
      return one.path
    }
    return visit.redirect(to: path, saying: "It is recorded that this was said")
  }
}
