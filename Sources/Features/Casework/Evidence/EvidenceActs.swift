internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Carries out what a form asks of a file.
struct EvidenceActs {
  let visit: StaffVisit

  private var store: EvidenceStore { EvidenceStore(visit.services) }
  private var vault: EvidenceVault { EvidenceVault(visit.services.settings) }

  func respond(
    _ id: ID<EvidenceFile>, _ act: EvidenceAct,
    _ show: (ID<EvidenceFile>, EvidenceAct?, Refusal?) throws -> Response
  ) throws -> Response {
    try EvidencePolicy.require(Self.right(act), visit.actor)
    do {
      switch act {
      case .original: return try original(id)
      case .release: return try change(id, "evidence.released", "The file is released", release)
      case .describe: return try change(id, "evidence.described", "It is described", describe)
      case .delete: return try delete(id)
      }
    } catch let refusal as Refusal {
      return try show(id, act, refusal)
    }
  }

  private static func right(_ act: EvidenceAct) -> EvidenceRight {
    switch act {
    case .original: .original
    case .release: .release
    case .describe: .add
    case .delete: .delete
    }
  }

  /// The reason is kept, and that it was opened recorded, before the first byte is sent.
  private func original(_ id: ID<EvidenceFile>) throws -> Response {
    try visit.write { write in
      let (file, context) = try found(id, write)
      guard file.isOpen else { throw EvidenceProblem.notReleased }
      let response = try Response.evidence(try vault.original(file), file, isOriginal: true)
      try because(.original, id, in: write)
      try visit.record(
        "evidence.original-opened", context.subject, ["file": id.description], in: write)
      return response
    }
  }

  private func release(_ file: EvidenceFile, _: EvidenceContext, _ write: Write) throws {
    guard file.state == .held else { throw DatabaseError.stale }
    try because(.release, file.id, in: write)
    try store.keep(file, EvidenceChange(state: .ready), in: write)
  }

  private func describe(_ file: EvidenceFile, _ context: EvidenceContext, _ write: Write) throws {
    let form = try EvidenceForm(visit.request.form, context.incidents(write), isNew: false)
    guard visit.request.form["version"] == String(file.version) else {
      throw Refusal(
        "description",
        "Somebody changed it meanwhile. What it says now stands above, yours below: save again to put "
          + "yours in its place")
    }
    var content = file.content.reveal(for: "describing a file")
    content.description = form.description
    try store.keep(
      file, EvidenceChange(occasion: .some(form.occasion), content: content), in: write)
  }

  /// The key is forgotten in the transaction, so that whatever is left on disk opens no more.
  private func delete(_ id: ID<EvidenceFile>) throws -> Response {
    var name = ""
    let response = try change(id, "evidence.deleted", "The file is deleted") {
      file, context, write in
      guard file.state != .deleted else { throw EvidenceProblem.gone }
      name = file.name
      try because(.delete, id, in: write)
      var change = EvidenceChange(state: .deleted, content: EvidenceFile.Content())
      change.received = file.size
      try store.keep(file, change, in: write)
      guard let owner = context.file else { return }
      try CaseStore(visit.services).parts.write(
        .fact, about: owner.id, "Evidence deleted: \(file.words)", by: visit.actor.account,
        at: visit.now, in: write)
    }
    vault.remove(name)
    return response
  }

  private func change(
    _ id: ID<EvidenceFile>, _ action: String, _ notice: String,
    _ body: (EvidenceFile, EvidenceContext, Write) throws -> Void
  ) throws -> Response {
    try visit.write { write in
      let (file, context) = try found(id, write)
      try body(file, context, write)
      try visit.record(action, context.subject, ["file": id.description], in: write)
    }
    return visit.redirect(to: EvidenceRoute.file(id).path, saying: notice)
  }

  private func because(_ act: EvidenceAct, _ id: ID<EvidenceFile>, in write: Write) throws {
    var form = FormReader(visit.request.form)
    let words = form.text("\(act.rawValue)-reason", or: "Enter why", limit: 500)
    try form.finish()
    try EvidenceReasons(keyring: store.keyring).add(
      words, for: act, on: id, by: visit.actor.account, at: visit.now, in: write)
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
