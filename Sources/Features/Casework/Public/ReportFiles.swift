internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Takes the files of a report that is being written.
struct ReportFiles {
  let handlers: ReportHandlers

  private var services: Services { handlers.services }
  private var store: EvidenceStore { EvidenceStore(services) }

  /// Adds or takes away a file; `nil` where the page is done and the next one comes.
  func respond(_ token: String, _ isChange: Bool) throws -> Response? {
    let request = handlers.request
    let draft = try services.database.read { read in
      try handlers.drafts.find(token, at: handlers.now, read)
    }
    guard let draft, draft.report == nil else { return handlers.go(.files) }
    if let id = request.form["remove"].flatMap({ ID<EvidenceFile>($0) }) {
      try remove(id, of: draft)
      return handlers.go(.files, isChange: isChange)
    }
    if let upload = EvidenceTaking.chosen(request) { try add(upload, to: draft) }
    guard request.form["act"] == "add" else { return nil }
    guard EvidenceTaking.chosen(request) != nil else {
      throw Refusal(EvidenceTaking.field, EvidenceTaking.missing)
    }
    return handlers.go(.files, isChange: isChange)
  }

  /// Takes a piece of a file, or says how far it has come.
  func piece(_ token: String) throws -> Response {
    let draft = try services.database.read { read in
      try handlers.drafts.find(token, at: handlers.now, read)
    }
    guard let draft, draft.report == nil else { throw CaseworkProblem.noForm }
    let limit = handlers.desk.limit
    if handlers.request.files.isEmpty,
      let minutes = limit.minutes(.file, from: handlers.request.client, at: handlers.now)
    {
      return .refusedPiece(Refusal(EvidenceTaking.field, VisitLimit.words(minutes)))
    }
    do {
      let pieces = EvidencePieces(services: services, now: handlers.now)
      return .progress(try pieces.take(handlers.request, of: .draft(draft.id)))
    } catch let refusal as Refusal {
      return .refusedPiece(refusal)
    }
  }

  /// Deletes the files of a draft that is to be deleted.
  func discard(_ token: String) throws {
    let draft = try services.database.read { read in
      try handlers.drafts.find(token, at: handlers.now, read)
    }
    guard let draft, draft.report == nil else { return }
    let files = try services.database.read { read in try store.of(draft.id, read) }
    for file in files { try remove(file.id, of: draft) }
  }

  private func add(_ upload: UploadedFile, to draft: Draft) throws {
    if let minutes = handlers.desk.limit.minutes(
      .file, from: handlers.request.client, at: handlers.now)
    {
      throw Refusal(EvidenceTaking.field, VisitLimit.words(minutes))
    }
    let taking = EvidenceTaking(services: services, now: handlers.now)
    try taking.keep(try taking.seal(upload)) { write, keep in
      try EvidenceTaking.check(store.of(draft.id, write), adding: upload.size)
      _ = try keep(.draft(draft.id), nil)
    }
  }

  private func remove(_ id: ID<EvidenceFile>, of draft: Draft) throws {
    let name = try services.database.write { write -> String? in
      guard let file = try store.find(id, write), file.owner == .draft(draft.id) else { return nil }
      try store.forget(id, in: write)
      return file.name
    }
    if let name { EvidenceVault(services.settings).remove(name) }
  }
}
