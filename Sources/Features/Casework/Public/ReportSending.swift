internal import Markup
internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership

/// Sends a report, once however often its form is posted, and shows what its sender is told.
struct ReportSending {
  let handlers: ReportHandlers

  private var now: Instant { handlers.now }
  private var services: Services { handlers.services }

  func send(_ token: String) throws -> Response {
    if let minutes = handlers.desk.limit.minutes(
      .send, from: handlers.request.client, at: now)
    {
      return try handlers.refused(.check, false, Refusal("", VisitLimit.words(minutes)))
    }
    let missing = try services.database.write { write -> ReportStep? in
      guard let draft = try handlers.drafts.find(token, at: now, write) else { return .what }
      // The form was sent twice, or its answer was lost on the way.
      guard draft.report == nil else { return nil }
      let step = ReportJourney(answers: draft.answers).firstMissing
      guard step == .check else { return step }
      try keep(draft, in: write)
      return nil
    }
    FaultPoint.reach("casework.report-kept")
    return handlers.go(missing ?? .sent)
  }

  private func keep(_ draft: Draft, in write: Write) throws {
    var new = try ReportMaking.report(
      draft.answers, begun: draft.begun, at: now, services, handlers.desk.wards, write)
    new.note(handlers.visit.language)
    let (id, receipt) = try ReportStore(services).add(new, at: now, in: write)
    if new.isFlagged { try FlagRaising(services: services, now: now).tell(in: write) }
    try EvidenceStore(services).move(draft.id, to: id, in: write)
    try handlers.drafts.complete(draft, report: id, receipt, at: now, in: write)
    try ReviewLetter.ask(id, services.jobs, in: write)
    try services.jobs.enqueueDaily(ReportMonthJob.name, in: write)
    try services.audit.record(
      AuditEvent(
        actor: nil, action: "casework.report-made", subject: "report/\(receipt.reference)",
        detail: ["channel": new.channel.rawValue, "kind": new.kind.id], at: now),
      in: write)
  }

  /// The reference and the secret; a POST says that they were written down and takes them away.
  func sent() throws -> Response {
    guard let token = handlers.token else { return handlers.go(.what) }
    if handlers.request.method == .post {
      guard handlers.hasOwnForm(token) else { throw CaseworkProblem.noForm }
      try services.database.write { write in try handlers.drafts.discard(token, in: write) }
      return Response.redirect(to: "/").setting(handlers.cookie.gone).unkept
    }
    return try handlers.visit.read { read in
      guard let receipt = try handlers.draft(read)?.content.receipt else {
        return handlers.go(.what)
      }
      let lines = try ServiceLines(read)
      return handlers.page(SentPage.title) {
        SentPage(
          receipt: receipt, csrf: VisitorCookie.secret(of: token).token(), lines: lines)
      }
    }
  }
}
