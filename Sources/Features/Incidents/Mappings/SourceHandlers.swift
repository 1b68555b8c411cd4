internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of mapped sources.
enum SourceHandlers {
  static func answer(_ visit: StaffVisit, _ route: SourceRoute) throws -> Response {
    switch route {
    case .list: try list(visit)
    case .new: try MappingHandlers.new(visit)
    case .edit(let key): try MappingHandlers.edit(visit, key)
    case .show(let key, let page):
      visit.request.method == .post ? try add(visit, key) : try show(visit, key, page: page, nil)
    }
  }

  private static func list(_ visit: StaffVisit) throws -> Response {
    let lines = try visit.read { read in
      try MappingStore.all(read).map { ($0, try ExtractFacts.summary(of: $0.id, read)) }
    }
    return visit.page("Other sources", crumbs: IncidentHandlers.crumbs) {
      SourcesPage(
        lines: lines, today: London.day(visit.now),
        maySave: IncidentPolicy.may(.saveMappings, visit.actor))
    }
  }

  private static func show(
    _ visit: StaffVisit, _ key: String, page: Int, _ refusal: Refusal?
  ) throws -> Response {
    let model = try visit.read { read in
      guard let saved = try MappingStore.find(key, read) else { throw IncidentProblem.notFound }
      return try SourceModel(saved, page: page, visit, refusal, read)
    }
    let page = Page(
      frame: visit.frame, title: model.saved.mapping.title, crumbs: MappingHandlers.crumbs,
      refusal: refusal
    ) {
      ErrorSummary(refusal)
      SourcePage(model: model)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// Takes files of a source, and asks for the job that imports them.
  private static func add(_ visit: StaffVisit, _ key: String) throws -> Response {
    try IncidentPolicy.require(.importFiles, visit.actor)
    guard try visit.read({ try MappingStore.find(key, $0) }) != nil else {
      throw IncidentProblem.notFound
    }
    let files = visit.request.files.filter { $0.field == "files" && $0.size > 0 }
    guard !files.isEmpty else {
      return try show(visit, key, page: 1, Refusal("files", "Choose the files to import"))
    }
    let uploads = try WaitingUpload.keep(
      files, in: visit.services.settings.uploads, endings: ExtractName.endings)
    return try UploadHandler.enqueue(uploads, of: ExtractJob.name, visit) {
      try ExtractJob.Payload(key: key, uploads: uploads).text
    }
  }
}
