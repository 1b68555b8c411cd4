internal import Database
internal import Design
public import HTTP
internal import Kernel
internal import Markup
internal import Secrets

/// Answers the page behind a link: nothing changes by looking at it, however often and by whom.
public struct LinkPages<Source: LinkSource> {
  private let source: Source
  private let visit: PublicVisit
  private let limit: VisitLimit

  /// The pages of a feature's links.
  public init(_ source: Source, _ visit: PublicVisit, _ limit: VisitLimit) {
    (self.source, self.visit, self.limit) = (source, visit, limit)
  }

  private var now: Instant { visit.now }
  private var cookie: VisitorCookie { VisitorCookie(source.cookie, nil, visit.services.settings) }
  private var browser: String? { cookie.token(of: visit.request) }

  /// The answer to a visit of the page of a token.
  public func respond(_ token: String) throws -> Response {
    guard visit.request.method == .post else { return try show(token) }
    let form = visit.request.form
    guard let browser, VisitorCookie.secret(of: browser).accepts(form["csrf"]) else {
      return try show(token, Refusal("", LinkWords.stale))
    }
    if let minutes = limit.minutes(.open, from: visit.request.client, at: now) {
      return try show(token, Refusal("", VisitLimit.words(minutes)))
    }
    do {
      switch form["step"].flatMap(LinkStep.init(rawValue:)) {
      case .code: try sendCode(token)
      case .open: try enter(token, form["code"] ?? "", SecretToken.hash(browser))
      case .answer: try answer(token, SecretToken.hash(browser))
      case nil: break
      }
    } catch let refusal as Refusal { return try show(token, refusal) }
    return Response.redirect(to: source.path(token)).unkept
  }

  private func show(_ token: String, _ refusal: Refusal? = nil) throws -> Response {
    let browser = browser ?? SecretToken.random()
    let frame = LinkFrame(
      path: source.path(token), csrf: VisitorCookie.secret(of: browser).token(),
      state: FormState(values: visit.request.form, refusal: refusal))
    let shown = try visit.read { read in
      try part(of: try source.find(token, read), holder: SecretToken.hash(browser), read)
    }
    let response = Response.html(
      Page(frame: visit.frame, title: LinkWords.title, refusal: refusal) {
        LinkPage(source: source, part: shown, frame: frame)
      }, status: refusal == nil ? 200 : 422
    ).unkept
    return self.browser == nil ? response.setting(cookie.holding(browser)) : response
  }

  /// How a link stands for the holder of a browser's token.
  private func part(
    of link: Source.Link?, holder: [UInt8], _ read: Read
  ) throws -> LinkPart<Source.Asked> {
    guard let link else { return .gone }
    let shared = source.shared(link)
    let state = shared.state(at: now)
    switch state {
    case .answered(let moment): return .answered(moment)
    case .ended, .expired: return .gone
    case .locked, .open: break
    }
    guard let asked = try source.asked(by: link, read) else { return .gone }
    if shared.isHeld(by: holder, at: now) { return .asked(asked) }
    return state == .locked ? .locked : .code(isSent: shared.hasCode(at: now))
  }

  private func sendCode(_ token: String) throws {
    try changing(token) { (link, write) throws -> Void in
      guard case .code = try part(of: link, holder: [], write),
        let code = try source.table.code(for: source.shared(link).id, at: now, in: write)
      else { return }
      try source.send(code: code, for: link, in: write)
      try source.record(.codeSent, link, in: write)
    }
  }

  /// A wrong code is counted and on record: the refusal comes after its transaction.
  private func enter(_ token: String, _ code: String, _ holder: [UInt8]) throws {
    let isRight = try changing(token) { link, write -> Bool in
      let isRight = try source.table.enter(
        code, for: source.shared(link).id, holder: holder, at: now, in: write)
      try source.record(isRight ? .opened : .wrongCode, link, in: write)
      return isRight
    }
    if isRight == false { throw Refusal("code", LinkWords.wrong) }
  }

  /// A refused form is shown again: its link is not spent.
  private func answer(_ token: String, _ holder: [UInt8]) throws {
    try changing(token) { (link, write) throws -> Void in
      guard case .asked(let asked) = try part(of: link, holder: holder, write) else { return }
      let answer = try source.answer(to: asked, visit.request.form)
      guard try source.table.spend(source.shared(link).id, at: now, in: write) else { return }
      try source.keep(answer, by: link, in: write)
      try source.record(.answered, link, in: write)
    }
  }

  /// Changes something of a link; `nil` where there is none: the page then says so.
  @discardableResult
  private func changing<Result>(
    _ token: String, _ body: (Source.Link, Write) throws -> Result
  ) throws -> Result? {
    try visit.services.database.write { write in
      guard let link = try source.find(token, write) else { return nil }
      return try body(link, write)
    }
  }
}
