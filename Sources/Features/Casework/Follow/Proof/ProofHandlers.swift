internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership
internal import Secrets

/// Answers the pages by which somebody who lost the secret shows that a contact is theirs.
struct ProofHandlers {
  let visit: PublicVisit
  let desk: ReportDesk

  private var now: Instant { visit.now }
  private var services: Services { visit.services }
  private var cookie: VisitorCookie { .follow(services.settings) }
  private var isPost: Bool { visit.request.method == .post }
  private var token: String? { cookie.token(of: visit.request) }
  private var proofs: ContactProofStore { ContactProofStore(keyring: services.keyring) }

  func lost() throws -> Response { try isPost ? ask() : lostPage(FormState()) }
  func code() throws -> Response { try isPost ? prove() : codePage(FormState()) }
  func mine() throws -> Response { try isPost ? open() : list() }

  // Asking for a code

  private func lostPage(_ state: FormState) throws -> Response {
    let token = token ?? SecretToken.random()
    let ways = CodeSending.ways(services.outbox)
    let lines = try visit.read(ServiceLines.init)
    let response = visit.reportPage(LostPage.title, state) {
      LostPage(
        ways: ways, lines: lines, state: state,
        csrf: VisitorCookie.secret(of: token).token())
    }
    return self.token == nil ? response.setting(cookie.holding(token)) : response
  }

  private func ask() throws -> Response {
    func refused(_ refusal: Refusal) throws -> Response {
      try lostPage(FormState(values: visit.request.form, refusal: refusal))
    }
    guard let token, hasOwnForm(token) else { return try refused(FollowHandlers.stale) }
    if let minutes = desk.limit.minutes(.prove, from: visit.request.client, at: now) {
      return try refused(Refusal("", VisitLimit.words(minutes)))
    }
    let form: ProofForm
    do throws(Refusal) {
      form = try ProofForm(visit.request.form, CodeSending.ways(services.outbox))
    } catch { return try refused(error) }
    let fresh = SecretToken.random()
    try services.database.write { write in
      try FollowStore().close(token, in: write)
      let id = try proofs.ask(fresh, form.contact, at: now, in: write)
      try services.jobs.enqueue(CodeSending.name, payload: id.description, in: write)
      try services.jobs.enqueueDaily(DraftPurge.name, in: write)
    }
    return Response.redirect(to: ReportRoute.code.path).setting(cookie.holding(fresh)).unkept
  }

  // Entering it

  private func codePage(_ state: FormState) throws -> Response {
    let proof = try visit.read(proof)
    guard let token, let proof else { return go(.lost) }
    if proof.isProved { return go(.mine) }
    return visit.reportPage(CodePage.title, state) {
      CodePage(state: state, csrf: VisitorCookie.secret(of: token).token())
    }
  }

  private func prove() throws -> Response {
    func refused(_ words: String) throws -> Response {
      try codePage(FormState(refusal: Refusal("code", words)))
    }
    guard let token else { return go(.lost) }
    guard hasOwnForm(token) else {
      return try codePage(FormState(refusal: FollowHandlers.stale))
    }
    if let minutes = desk.limit.minutes(.code, from: visit.request.client, at: now) {
      return try refused(VisitLimit.words(minutes))
    }
    let typed = visit.request.form["code"] ?? ""
    guard typed.count(where: \.isNumber) == 8, typed.count < 20 else {
      return try refused(CodePage.missing)
    }
    let fresh = SecretToken.random()
    let answer = try services.database.write { write in
      let proof = try proof(write)
      let answer = try proofs.prove(token, typed, fresh: fresh, at: now, in: write)
      if answer == .proved, let proof { try record(proof, in: write) }
      return answer
    }
    switch answer {
    case .wrong: return try refused(CodePage.wrong)
    case .over: return try refused(CodePage.over)
    case .proved:
      return Response.redirect(to: ReportRoute.mine.path).setting(cookie.holding(fresh)).unkept
    }
  }

  private func record(_ proof: ContactProof, in write: Write) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: "casework.contact-proved", subject: "contact-proof/\(proof.id)",
        detail: ["way": proof.contact.way.rawValue], at: now), in: write)
    let reports = try proof.contact.reports(ReportStore(services), write)
    if let latest = reports.first {
      try ReviewLetter.ask(latest.id, services.jobs, in: write)
    }
  }

  // The reports of the contact

  private func list() throws -> Response {
    try visit.read { read in
      guard let token, let proof = try proof(read), proof.isProved else { return go(.lost) }
      let reports = try proof.contact.reports(ReportStore(services), read)
      let lines = try ServiceLines(read)
      return visit.reportPage(OwnReportsPage.title) {
        OwnReportsPage(
          reports: reports, lines: lines, now: now,
          csrf: VisitorCookie.secret(of: token).token())
      }
    }
  }

  private func open() throws -> Response {
    guard let token, hasOwnForm(token) else { throw CaseworkProblem.noForm }
    let isOpen = try services.database.write { write -> Bool in
      guard let proof = try proof(write), proof.isProved else { return false }
      let wanted = visit.request.form["reference"].flatMap { Reference($0) }
      let reports = try proof.contact.reports(ReportStore(services), write)
      guard let report = reports.first(where: { $0.reference == wanted }) else { return false }
      try FollowStore().close(token, in: write)
      try FollowStore().open(token, report.id, at: now, in: write)
      return true
    }
    return go(isOpen ? .own : .mine)
  }

  private func proof(_ read: Read) throws -> ContactProof? {
    try token.flatMap { try proofs.find($0, at: now, read) }
  }

  private func go(_ route: ReportRoute) -> Response {
    Response.redirect(to: route.path).unkept
  }

  private func hasOwnForm(_ token: String) -> Bool {
    VisitorCookie.secret(of: token).accepts(visit.request.form["csrf"])
  }
}
