internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of evidence.
struct EvidenceHandlers {
  private static let pageSize = 50

  let visit: StaffVisit

  private var store: EvidenceStore { EvidenceStore(visit.services) }
  private var vault: EvidenceVault { EvidenceVault(visit.services.settings) }
  private var isPost: Bool { visit.request.method == .post }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = EvidenceRoute(request.method, request.path, request.query) else { return nil }
    switch route {
    case .list(let state, let before): return try isPost ? nil : list(state, before)
    case .add(let reference):
      return try AddEvidenceHandlers(visit: visit).respond(reference)
    case .file(let id): return try isPost ? nil : show(id)
    case .copy(let id): return try isPost ? nil : copy(id)
    case .act(let id, let act): return try EvidenceActs(visit: visit).respond(id, act, show)
    }
  }

  private func list(_ state: EvidenceState, _ before: ID<EvidenceFile>?) throws -> Response {
    try EvidencePolicy.require(.see, visit.actor)
    let found = try visit.read { read in
      try store.list(state, before: before, limit: Self.pageSize + 1, read)
    }
    let model = EvidenceListModel(
      state: state, files: Array(found.prefix(Self.pageSize)),
      hasMore: found.count > Self.pageSize)
    return visit.page("Evidence") { EvidenceListPage(model: model) }
  }

  private func show(_ id: ID<EvidenceFile>) throws -> Response { try show(id, nil, nil) }

  /// The page of a file; with the form that was refused, where one was.
  func show(
    _ id: ID<EvidenceFile>, _ act: EvidenceAct?, _ refusal: Refusal?
  ) throws -> Response {
    try EvidencePolicy.require(.see, visit.actor)
    let model = try visit.read { read in
      let (file, context) = try found(id, read)
      let reasons = try EvidenceReasons(keyring: store.keyring).of(id, read)
      var names: [ID<Account>: String] = [:]
      for account in Set(reasons.map(\.account) + [file.addedBy].compactMap(\.self)) {
        names[account] = try visit.services.people.name(of: account, in: read)?
          .reveal(for: "page of a file")
      }
      return EvidenceModel(
        file: file, context: context, incidents: try context.incidents(read), reasons: reasons,
        names: names,
        rights: Set(EvidenceRight.allCases.filter { EvidencePolicy.allows($0, visit.actor) }),
        csrf: visit.frame.csrf,
        refused: act.map { ($0, FormState(values: visit.request.form, refusal: refusal)) })
    }
    let crumb = Crumb(
      model.context.reference?.description ?? "Case", model.context.path)
    let page = Page(
      frame: visit.frame, title: model.file.kind.title, crumbs: [crumb], refusal: refusal
    ) {
      ErrorSummary(refusal)
      EvidencePage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// The everyday copy; that it was opened is on record before it is sent.
  private func copy(_ id: ID<EvidenceFile>) throws -> Response {
    try EvidencePolicy.require(.open, visit.actor)
    let (file, context) = try visit.read { read in try found(id, read) }
    guard file.isOpen else { throw EvidenceProblem.notReleased }
    let response = try Response.evidence(try vault.copy(file), file, isOriginal: false)
    visit.shows("evidence.opened", context.subject, ["file": id.description])
    return response
  }

  private func found(
    _ id: ID<EvidenceFile>, _ read: Read
  ) throws -> (EvidenceFile, EvidenceContext) {
    guard let file = try store.find(id, read),
      let context = try EvidenceContext(file, visit.services, read)
    else { throw EvidenceProblem.notFound }
    return (file, context)
  }
}
