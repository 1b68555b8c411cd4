internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Answers the page behind a link: nothing changes by looking at it, however often and by whom.
struct LinkHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  private var now: Instant { visit.now }
  private var services: Services { visit.services }
  private var cookie: ReporterCookie { .answer(services.settings) }
  private var reader: LinkReader { LinkReader(services: services, now: now) }
  private var store: LinkStore { LinkStore(keyring: services.keyring) }
  private var browser: String? { cookie.token(of: visit.request) }

  func respond(_ token: String) throws -> Response {
    guard visit.request.method == .post else { return try show(token) }
    let form = visit.request.form
    guard let browser, ReporterCookie.secret(of: browser).accepts(form["csrf"]) else {
      return try show(token, Refusal("", Self.stale))
    }
    if let minutes = desk.limit.minutes(.open, from: visit.request.client, at: now) {
      return try show(token, Refusal("", VisitLimit.words(minutes)))
    }
    do {
      switch form["step"].flatMap(LinkStep.init(rawValue:)) {
      case .code: try sendCode(token)
      case .open: try enter(token, form["code"] ?? "", browser)
      case .answer: try answer(token, browser)
      case nil: break
      }
    } catch let refusal as Refusal { return try show(token, refusal) }
    return Response.redirect(to: LinkRoute.answer(token: token).path).unkept
  }

  private func show(_ token: String, _ refusal: Refusal? = nil) throws -> Response {
    let browser = browser ?? SecretToken.random()
    let state = FormState(values: visit.request.form, refusal: refusal)
    let model = try visit.read { read in
      LinkModel(
        part: try reader.part(
          try reader.find(token, read), holder: SecretToken.hash(browser), read),
        path: LinkRoute.answer(token: token).path,
        csrf: ReporterCookie.secret(of: browser).token(), state: state)
    }
    let response = Response.html(
      Page(frame: visit.frame, title: LinkPage.title, refusal: refusal) {
        LinkPage(model: model)
      }, status: refusal == nil ? 200 : 422
    ).unkept
    return self.browser == nil ? response.setting(cookie.holding(browser)) : response
  }

  private func sendCode(_ token: String) throws {
    try changing(token) { link, file, write in
      guard case .code = try reader.part((link, file), holder: nil, write),
        let code = try store.code(for: link, at: now, in: write)
      else { return }
      try LinkMail(services: services, now: now).send(code, for: link, about: file, in: write)
      try record("casework.link-code-sent", link, file, in: write)
    }
  }

  /// A wrong code is counted and on record: the refusal comes after its transaction.
  private func enter(_ token: String, _ code: String, _ browser: String) throws {
    let isRight = try changing(token) { link, file, write -> Bool in
      let isRight = try store.enter(
        code, for: link, holder: SecretToken.hash(browser), at: now, in: write)
      try record(
        isRight ? "casework.link-opened" : "casework.link-wrong-code", link, file, in: write)
      return isRight
    }
    if isRight == false { throw Refusal("code", Self.wrong) }
  }

  /// A refused form is shown again: its link is not spent.
  private func answer(_ token: String, _ browser: String) throws {
    let form = visit.request.form
    try changing(token) { link, file, write in
      let part = try reader.part((link, file), holder: SecretToken.hash(browser), write)
      let writing = PartnerWriting(
        services: services, file: file, organisation: link.organisation, account: nil, now: now)
      switch part {
      case .action:
        let answer = try AnswerForm(form)
        guard try store.spend(link, at: now, in: write) else { return }
        try writing.answer(link.asks.action, answer, in: write)
      case .referral:
        let reply = try ReferralReplyForm(form)
        guard try store.spend(link, at: now, in: write) else { return }
        try writing.reply(to: link.asks.referral, reply, in: write)
      case .gone, .answered, .locked, .code: return
      }
      try record("casework.link-answered", link, file, in: write)
    }
  }

  /// Changes something of a link and its case; `nil` where there is none: the page then says so.
  @discardableResult
  private func changing<Result>(
    _ token: String, _ body: (CaseLink, CaseFile, Write) throws -> Result
  ) throws -> Result? {
    try services.database.write { write in
      guard let (link, file) = try reader.find(token, write) else { return nil }
      return try body(link, file, write)
    }
  }

  private func record(
    _ action: String, _ link: CaseLink, _ file: CaseFile, in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: file.subject,
        detail: ["link": link.id.description, "organisation": link.organisation.description],
        at: now), in: write)
  }

  private static let wrong =
    "This code is not right, or is too old. Check it, or have another one sent"
  private static let stale =
    "The page was open for too long, or your browser keeps no cookies for this site. Send it again"
}
