internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership
internal import Secrets

/// Answers the pages of a report that its reporter opened by its reference and secret.
struct FollowHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  private var now: Instant { visit.now }
  private var services: Services { visit.services }
  private var cookie: VisitorCookie { .follow(services.settings) }
  private var isPost: Bool { visit.request.method == .post }
  private var token: String? { cookie.token(of: visit.request) }
  private var proofs: ContactProofStore { ContactProofStore(keyring: services.keyring) }

  func respond(_ route: ReportRoute) throws -> Response {
    switch route {
    case .track: try isPost ? open() : opening.ask()
    case .leave: try leave()
    case .ownPieces: try pieces()
    case .own, .pieces, .lost, .code, .mine, .answer, .answered, .counts, .start, .step, .discard:
      try isPost ? add() : show(FormState())
    }
  }

  // Opening

  private var opening: SecretOpening {
    SecretOpening(visit: visit, desk: desk, cookie: cookie) { state, csrf in
      visit.reportPage(TrackPage.title, state) { TrackPage(state: state, csrf: csrf) }
    }
  }

  private func open() throws -> Response {
    try opening.open(to: ReportRoute.own.path, unknown: unknown) { typed, old, fresh, write in
      guard
        let report = try ReportStore(services).find(typed.reference, secret: typed.secret, write)
      else { return false }
      try FollowStore().close(old, in: write)
      try FollowStore().open(fresh, report.id, at: now, in: write)
      return true
    }
  }

  /// What is said of a report that the two do not open: that it was deleted, to whoever made it.
  private func unknown(_ typed: TrackForm) throws -> Response {
    let gone = try visit.read { read in
      try Tombstone.report(typed.reference, secret: typed.secret, read)
    }
    guard let gone else { return opening.refused(Refusal("reference", TrackForm.unknown)) }
    return visit.reportPage(DeletedReportPage.title) { DeletedReportPage(stone: gone) }
  }

  private func leave() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    try services.database.write { write in
      try FollowStore().close(token, in: write)
      try proofs.end(token, at: now, in: write)
    }
    return Response.redirect(to: "/").setting(cookie.gone).unkept
  }

  // The opened report

  private func show(_ state: FormState) throws -> Response {
    try visit.read { read in
      guard let token, let report = try FollowStore().report(token, at: now, read) else {
        return Response.redirect(to: ReportRoute.track.path).unkept
      }
      let store = ReportStore(services)
      let model = OwnReportModel(
        report: report, occasions: try store.occasions(report.id, read),
        events: try ReportEvents(sealing: store.sealing).of(report.id, isPublic: true, read),
        letters: try services.outbox.messages(about: "report/\(report.reference)", in: read),
        files: try EvidenceStore(services).of(report.id, read).filter {
          $0.state != .deleted && $0.state != .arriving
        },
        isAsked: try SurveyStore(keyring: services.keyring).isOpen(report.id, at: now, read),
        hasOthers: try proofs.find(token, at: now, read)?.isProved ?? false, state: state,
        csrf: VisitorCookie.secret(of: token).token(),
        notice: visit.request.query["done"].flatMap(OwnReportNotice.init(rawValue:)), now: now)
      return visit.reportPage(OwnReportPage.title, state) { OwnReportPage(model: model) }
    }
  }

  private func add() throws -> Response {
    guard let token, hasOwnForm(token) else { return try show(stale) }
    let fields = visit.request.form
    let done: OwnReportNotice?
    do {
      if fields["act"] == "file" { return try file(token) }
      done = try services.database.write { write in
        guard let report = try FollowStore().report(token, at: now, write) else { return nil }
        return try ReportDiary(services, at: now).add(fields, to: report, in: write)
      }
    } catch let refusal as Refusal {
      return try show(FormState(values: fields, refusal: refusal))
    }
    guard let done else { return Response.redirect(to: ReportRoute.track.path).unkept }
    return Response.redirect(to: done.path).unkept
  }

  private func pieces() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    return try OwnReportFiles(visit: visit, desk: desk).piece(token)
  }

  private func file(_ token: String) throws -> Response {
    let isAdded = try OwnReportFiles(visit: visit, desk: desk).add(token)
    guard isAdded else { return Response.redirect(to: ReportRoute.track.path).unkept }
    return Response.redirect(to: OwnReportNotice.file.path).unkept
  }

  private var stale: FormState { FormState(values: visit.request.form, refusal: Self.stale) }

  static let stale = Refusal(
    "",
    "The page was open for too long, or your browser keeps no cookies for this site. Send it again")

  private func hasOwnForm(_ token: String) -> Bool {
    VisitorCookie.secret(of: token).accepts(visit.request.form["csrf"])
  }
}
