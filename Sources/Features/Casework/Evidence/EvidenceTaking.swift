internal import Access
internal import Database
internal import Documents
internal import Glibc
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Takes a file of a form in: told by its content, sealed, then looked through in the background.
struct EvidenceTaking {
  /// The most files of one report.
  static let mostOfReport = 20
  /// The field of the forms.
  static let field = "evidence"

  static let missing = "Choose a file"
  static let empty = "The file is empty. Choose another"
  static let unknown =
    "This is not a kind of file we take, whatever its name says. We take \(EvidenceKind.words)"
  static let noRoom =
    "There is no room for files just now. Nothing you wrote is lost: go on without the file, and add "
    + "it later"
  /// The most megabytes (2²⁰ bytes) of all files of a report together.
  static let mostMegabytes = 500
  static let tooMuch =
    "Together your files are more than \(mostMegabytes) MB, which is the most we take here"
  static let tooMany = "You have added \(mostOfReport) files, which is the most we take here"

  let services: Services
  let now: Instant

  private var vault: EvidenceVault { EvidenceVault(services.settings) }
  private var store: EvidenceStore { EvidenceStore(services) }

  /// The file of a form; `nil` where none was chosen.
  static func chosen(_ request: Request) -> UploadedFile? {
    request.files.first { $0.field == field }
  }

  /// Seals a file; it has no row yet.
  ///
  /// Throws ``Refusal`` at the field where it is of no kind that is taken, too large, or where
  /// there is no room.
  func seal(_ upload: UploadedFile) throws -> NewEvidence {
    guard upload.size > 0 else { throw Refusal(Self.field, Self.empty) }
    let kind = try Self.kind(of: Self.start(of: upload.path), size: upload.size)
    guard vault.hasRoom(for: upload.size) else { throw Refusal(Self.field, Self.noRoom) }
    let name = Self.newName()
    do {
      let (file, key) = try vault.newOriginal(name, size: upload.size)
      let writer = try file.writer()
      try FileBytes.read(upload.path) { try writer.append($0) }
      try writer.finish()
      return NewEvidence(
        name: name, kind: kind, size: upload.size, received: upload.size,
        content: Sensitive(EvidenceFile.Content(key: key, fileName: upload.name)))
    } catch SealedFileProblem.full {
      vault.remove(name)
      throw Refusal(Self.field, Self.noRoom)
    } catch {
      vault.remove(name)
      throw error
    }
  }

  /// Writes the row of a sealed file and asks for it to be looked through; the file is taken away
  /// again where `body` throws.
  func keep<Result>(
    _ new: NewEvidence,
    _ body: (Write, (EvidenceOwner, ID<Account>?) throws -> EvidenceFile)
      throws -> Result
  ) throws -> Result {
    do {
      return try services.database.write { write in
        try body(write) { owner, account in
          let file = try store.add(new, to: owner, by: account, at: now, in: write)
          try EvidenceExamination.ask(file.id, services, in: write)
          try services.jobs.enqueueDaily(EvidenceSweep.name, in: write)
          return file
        }
      }
    } catch {
      vault.remove(new.name)
      throw error
    }
  }

  /// Throws ``Refusal`` where a report that has some files takes no other of some size.
  static func check(_ files: [EvidenceFile], adding size: Int) throws(Refusal) {
    guard files.count < mostOfReport else { throw Refusal(field, tooMany) }
    guard files.reduce(size, { $0 + $1.size }) <= mostMegabytes << 20 else {
      throw Refusal(field, tooMuch)
    }
  }

  /// The kind of a file of some size by its start.
  static func kind(of start: [UInt8], size: Int) throws(Refusal) -> EvidenceKind {
    guard let kind = EvidenceKind(start: start) else { throw Refusal(field, unknown) }
    guard size <= kind.mostMegabytes << 20 else {
      throw Refusal(
        field,
        "This \(kind.title.lowercased()) is \(EvidenceFile.words(ofBytes: size)). The most we take is "
          + "\(kind.mostMegabytes) MB: choose a smaller one, or a part of it")
    }
    return kind
  }

  static func newName() -> String { SecretToken.random() }

  /// The bytes at the start of a file that tell its kind.
  static func start(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Refusal(field, missing) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: EvidenceKind.startBytes)
    let count = max(0, pread(file, &bytes, bytes.count, 0))
    return Array(bytes[..<count])
  }
}
