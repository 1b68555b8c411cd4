internal import Access
internal import Database
internal import Documents
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Takes a large file in pieces, so that what broke off goes on where it was.
///
/// Each piece but the last is a multiple of 64 KiB. It is sealed on disk before its row says that it
/// came, and the same piece may come again.
struct EvidencePieces {
  static let field = "piece"
  /// The most bytes of a piece.
  static let most = 4 << 20

  let services: Services
  let now: Instant

  private var store: EvidenceStore { EvidenceStore(services) }
  private var vault: EvidenceVault { EvidenceVault(services.settings) }

  /// How a file stands.
  struct Progress: Equatable {
    let file: ID<EvidenceFile>?
    let at: Int
    let isWhole: Bool
  }

  /// Takes what a request brings: a piece, or the question how far the file has come.
  ///
  /// - Parameters:
  ///   - request: `name` and `size` of the file, `file` and `at` of a later piece, and the piece.
  ///   - owner: whose it becomes.
  ///   - added: writes what belongs to a file that came whole.
  /// - Returns: how far it has come.
  /// - Throws: ``Refusal`` where it is no file that is taken.
  func take(
    _ request: Request, of owner: EvidenceOwner,
    added: (EvidenceFile, Write) throws -> Void = { _, _ in }
  ) throws -> Progress {
    let name = String((request.form["name"] ?? "").prefix(200))
    guard let size = Int(request.form["size"] ?? ""), size > 0 else {
      throw Refusal(EvidenceTaking.field, EvidenceTaking.empty)
    }
    let files = try services.database.read { read in try self.files(of: owner, read) }
    let known = files.last { file in
      file.state == .arriving && file.size == size
        && file.content.reveal(for: "going on with a file").fileName == name
    }
    guard let piece = request.files.first(where: { $0.field == Self.field }) else {
      return Progress(file: known?.id, at: known?.received ?? 0, isWhole: false)
    }
    guard let known else { return try begin(piece, name, size, files, owner, added) }
    let at = Int(request.form["at"] ?? "") ?? 0
    guard at == known.received else {
      return Progress(file: known.id, at: known.received, isWhole: false)
    }
    return try go(on: known, piece, added)
  }

  private func files(of owner: EvidenceOwner, _ read: Read) throws -> [EvidenceFile] {
    switch owner {
    case .draft(let id): try store.of(id, read)
    case .report(let id): try store.of(id, read)
    case .file(let id): try store.of(id, read)
    }
  }

  private func begin(
    _ piece: UploadedFile, _ name: String, _ size: Int, _ files: [EvidenceFile],
    _ owner: EvidenceOwner,
    _ added: (EvidenceFile, Write) throws -> Void
  ) throws -> Progress {
    try EvidenceTaking.check(files, adding: size)
    guard vault.hasRoom(for: size) else {
      throw Refusal(EvidenceTaking.field, EvidenceTaking.noRoom)
    }
    let kind = try EvidenceTaking.kind(of: EvidenceTaking.start(of: piece.path), size: size)
    let random = EvidenceTaking.newName()
    let (_, key) = try vault.newOriginal(random, size: size)
    let content = EvidenceFile.Content(key: key, fileName: name)
    let new = NewEvidence(
      name: random, kind: kind, size: size, received: 0, content: Sensitive(content))
    let file = try services.database.write { write in
      try services.jobs.enqueueDaily(EvidenceSweep.name, in: write)
      return try store.add(new, to: owner, by: nil, at: now, in: write)
    }
    return try go(on: file, piece, added)
  }

  private func go(
    on file: EvidenceFile, _ piece: UploadedFile, _ added: (EvidenceFile, Write) throws -> Void
  ) throws -> Progress {
    let end = file.received + piece.size
    guard end == file.size || (piece.size > 0 && piece.size % SealedFile.pieceBytes == 0),
      end <= file.size
    else { throw Refusal(EvidenceTaking.field, EvidenceTaking.unknown) }
    do {
      let writer = try vault.original(file).writer(from: file.received / SealedFile.pieceBytes)
      try FileBytes.read(piece.path) { try writer.append($0) }
      try writer.finish()
    } catch SealedFileProblem.full {
      throw Refusal(EvidenceTaking.field, EvidenceTaking.noRoom)
    }
    FaultPoint.reach("evidence.piece-sealed")
    try services.database.write { write in
      let isWhole = end == file.size
      try store.keep(
        file, EvidenceChange(state: isWhole ? .waiting : .arriving, received: end), in: write)
      guard isWhole else { return }
      try EvidenceExamination.ask(file.id, services, in: write)
      try added(file, write)
    }
    return Progress(file: file.id, at: end, isWhole: end == file.size)
  }
}

extension Response {
  /// How a file stands, for the script that sends it.
  static func progress(_ progress: EvidencePieces.Progress) -> Response {
    let file = progress.file.map(\.description) ?? ""
    return .bytes(
      Array(
        "{\"file\":\"\(file)\",\"at\":\(progress.at),\"whole\":\(progress.isWhole)}".utf8),
      type: "application/json"
    ).unkept
  }

  /// Why a file is not taken, for the script that sends it; our own words, which hold no quotes.
  static func refusedPiece(_ refusal: Refusal) -> Response {
    let words = refusal.entries.first?.message ?? EvidenceTaking.unknown
    return .bytes(
      Array("{\"message\":\"\(words)\"}".utf8), type: "application/json", status: 422
    ).unkept
  }
}
