internal import Database
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Answers the pages of a report that is being written.
struct ReportHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  var request: Request { visit.request }
  var now: Instant { visit.now }
  var services: Services { visit.services }
  var drafts: DraftStore { DraftStore(keyring: services.keyring) }
  var cookie: VisitorCookie { .draft(services.settings) }
  var token: String? { cookie.token(of: request) }

  func start() throws -> Response {
    try visit.read { read in
      let draft = try draft(read)
      let lines = try ServiceLines(read)
      return page("Report anti-social behaviour") {
        StartPage(lines: lines, hasDraft: draft.map { $0.report == nil } ?? false)
      }
    }
  }

  /// Deletes what was written and leaves the report.
  func discard() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    try ReportFiles(handlers: self).discard(token)
    try services.database.write { write in try drafts.discard(token, in: write) }
    return Response.redirect(to: ReportRoute.start.path).setting(cookie.gone).unkept
  }

  /// Takes a file in pieces, for the script of the page.
  func pieces() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    return try ReportFiles(handlers: self).piece(token)
  }

  func respond(_ step: ReportStep, _ isChange: Bool) throws -> Response {
    if step == .sent { return try ReportSending(handlers: self).sent() }
    guard request.method == .post else { return try show(step, isChange) }
    guard let token, hasOwnForm(token) else { return try refused(step, isChange, Self.stale) }
    if step == .check { return try ReportSending(handlers: self).send(token) }
    do {
      if step == .files, let files = try ReportFiles(handlers: self).respond(token, isChange) {
        return files
      }
      return try keep(token, step, isChange)
    } catch let refusal as Refusal {
      return try again(token, step, isChange, refusal)
    }
  }

  /// Shows a page, or the first whose answer it needs and has not.
  private func show(_ step: ReportStep, _ isChange: Bool) throws -> Response {
    try visit.read { read in
      let draft = try draft(read)
      if draft?.report != nil { return go(.sent) }
      let answers = draft?.answers ?? DraftAnswers()
      if request.query["again"] != nil, let state = draft?.content.refused?.state(of: step) {
        return try drawn(step, isChange, draft, state, read)
      }
      let journey = ReportJourney(answers: answers)
      guard journey.mayShow(step) else { return go(journey.firstMissing) }
      return try drawn(
        step, isChange, draft, FormState(values: StepAnswers.fields(step, answers)), read)
    }
  }

  /// Keeps an answer and goes on.
  private func keep(_ token: String, _ step: ReportStep, _ isChange: Bool) throws -> Response {
    let reader = StepAnswers(services: services, fields: request.form, now: now)
    var next = ReportStep.check
    let isNew = try visit.read(draft) == nil
    if isNew, let minutes = desk.limit.minutes(.begin, from: request.client, at: now) {
      return try refused(step, isChange, Refusal("", VisitLimit.words(minutes)))
    }
    let draft = try services.database.write { write in
      let draft = try drafts.change(token, at: now, in: write) { answers in
        next = try reader.apply(step, to: &answers, isChange: isChange, write)
      }
      if isNew { try purgeLater(in: write) }
      return draft
    }
    if draft.report != nil { return go(.sent) }
    return go(next, isChange: isChange && next != .check)
  }

  /// Keeps what was posted and refused, and shows the page by its own address.
  private func again(
    _ token: String, _ step: ReportStep, _ isChange: Bool, _ refusal: Refusal
  ) throws -> Response {
    guard let posted = RefusedStep(step, request.form, refusal) else {
      return try refused(step, isChange, refusal)
    }
    let draft = try? services.database.write { write in
      try purgeLater(in: write)
      return try drafts.refuse(posted, token, at: now, in: write)
    }
    // Where the disk is full the answer itself shows what was written.
    guard let draft else { return try refused(step, isChange, refusal) }
    guard draft.report == nil else { return go(.sent) }
    return Response.redirect(to: ReportRoute.again(step, isChange: isChange)).unkept
  }

  private func purgeLater(in write: Write) throws {
    try services.jobs.enqueueDaily(DraftPurge.name, in: write)
  }

  /// The page again with what was posted and what was wrong with it, where no draft can hold it.
  func refused(_ step: ReportStep, _ isChange: Bool, _ refusal: Refusal) throws -> Response {
    try visit.read { read in
      let state = FormState(values: request.form, refusal: refusal)
      return try drawn(step, isChange, try draft(read), state, read)
    }
  }

  /// Draws a page, with a token for its form where the browser has none.
  private func drawn(
    _ step: ReportStep, _ isChange: Bool, _ draft: Draft?, _ state: FormState, _ read: Read
  ) throws -> Response {
    let token = token ?? SecretToken.random()
    let answers = draft?.answers ?? DraftAnswers()
    let model = StepModel(
      step: step, answers: answers, state: state,
      csrf: VisitorCookie.secret(of: token).token(), isChange: isChange,
      lines: try ServiceLines(read), places: try places(step, answers, read),
      due: step == .check ? try due(answers, read) : nil,
      files: try files(step, draft, read), hasDraft: draft != nil)
    let response = page(StepPage.title(model), state) { StepPage(model: model) }
    return self.token == nil ? response.setting(cookie.holding(token)) : response
  }

  private func due(_ answers: DraftAnswers, _ read: Read) throws -> Instant {
    try StandardStore.standard(at: now, read).begin(
      ReportMaking.priority(of: answers), from: now)
  }

  private func files(
    _ step: ReportStep, _ draft: Draft?, _ read: Read
  ) throws -> [EvidenceFile] {
    guard let draft, step == .files || step == .check else { return [] }
    return try EvidenceStore(services).of(draft.id, read)
  }

  private func places(
    _ step: ReportStep, _ answers: DraftAnswers, _ read: Read
  ) throws -> [KnownPlaceLine] {
    let keys: [String] =
      switch step {
      case .place: answers.candidates
      case .check: [answers.place].compactMap(\.self)
      default: []
      }
    return try keys.compactMap { key in
      try services.places.place(key, read).map { KnownPlaceLine(key: key, words: $0.words) }
    }
  }

  // What the handlers of a report share.

  private static let stale = Refusal(
    "",
    "The page was open for too long, or your browser keeps no cookies for this site. What you wrote "
      + "is still below: send it again")

  func draft(_ read: Read) throws -> Draft? {
    try token.flatMap { try drafts.find($0, at: now, read) }
  }

  func hasOwnForm(_ token: String) -> Bool {
    VisitorCookie.secret(of: token).accepts(request.form["csrf"])
  }

  func go(_ step: ReportStep, isChange: Bool = false) -> Response {
    Response.redirect(to: ReportRoute.step(step, isChange: isChange).path).unkept
  }

  func page(
    _ title: String, _ state: FormState = FormState(), @HTMLBuilder content: () -> some HTML
  ) -> Response { visit.reportPage(title, state, content: content) }
}
