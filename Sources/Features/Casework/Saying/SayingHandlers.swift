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
        one: one, address: words?.address, body: words?.body, warnings: try warnings(one, read),
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

  /// When and how it is safe to reach them, and what happened to a report since the message was written.
  private func warnings(_ one: MessageToSay, _ read: Read) throws -> [String] {
    switch one.about {
    case .review(let reference):
      let store = CaseReviewStore(visit.services)
      let contact = try store.review(reference, read).flatMap {
        try store.content($0, read).reveal(for: "safe contact").contact
      }
      return contact.map { ["Before you contact whoever asked for it: \($0.summary)"] } ?? []
    case .work(let reference, _, _):
      let store = ReportStore(visit.services)
      guard let report = try reference.flatMap({ try store.find($0, read) }) else { return [] }
      let safety = try store.details(report, read).reporter.reveal(for: "safe contact").safety
      return [
        report.isFlagged ? ReporterReach.flagged : "",
        report.state == .withdrawn
          ? "The reporter withdrew it: think again whether to say this" : "",
        safety.isEmpty
          ? "" : "Before you contact whoever made report \(report.reference): \(safety)",
      ].filter { !$0.isEmpty }
    }
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
