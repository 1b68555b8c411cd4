internal import Database
internal import Documents
internal import FoundationEssentials
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Looks through a file that has come: its SHA-256, a virus scan, and the everyday copy without what
/// tells where and with what it was made.
///
/// Where a scanner or cleaner does not answer, the file waits to be released and the work is tried
/// again.
enum EvidenceExamination {
  static let name = "evidence.examine"

  static let job = JobKind<Services>(name: name, retries: 6) { run, services in
    let store = EvidenceStore(services)
    guard let id = ID<EvidenceFile>(run.payload),
      let file = try services.database.read({ try store.find(id, $0) }),
      file.state == .waiting || file.state == .held
    else { return run.record("There was nothing to look through") }
    let found = try examine(file, services)
    do {
      try services.database.write { write in
        try store.keep(file, found.change, in: write)
        if found.trouble == nil { try run.complete("A file was looked through", in: write) }
      }
    } catch {
      found.discard()
      throw error
    }
    if let trouble = found.trouble { throw trouble }
  }

  static func ask(_ file: ID<EvidenceFile>, _ services: Services, in write: Write) throws {
    try services.jobs.enqueue(name, payload: file.description, in: write)
  }

  /// What was found, and what is to be tried again.
  struct Finding {
    var change: EvidenceChange
    var trouble: (any Problem)?
    /// Takes the copy away again.
    var discard: () -> Void = {}
  }

  static func examine(_ file: EvidenceFile, _ services: Services) throws -> Finding {
    let vault = EvidenceVault(services.settings)
    try FileManager.default.createDirectory(
      atPath: services.settings.uploads, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let scratch = try ScratchFile(in: services.settings.uploads)
    var hash = SHA256()
    let reader = try vault.original(file).reader()
    while let bytes = try reader.read() {
      hash.update(bytes)
      try bytes.withUnsafeBytes { try scratch.append($0) }
    }
    var content = file.content.reveal(for: "looking a file through")
    content.notes = []
    var finding = Finding(change: EvidenceChange(sha256: hash.finish().hexadecimal))
    finding.change.state = scan(scratch, services, &content, &finding)
    if finding.change.state != .infected, file.copySize == nil {
      try copy(scratch, of: file, vault, services, &content, &finding)
    }
    finding.change.content = content
    return finding
  }

  /// Whether the file may be opened by what the scanner says of it.
  private static func scan(
    _ scratch: ScratchFile, _ services: Services, _ content: inout EvidenceFile.Content,
    _ finding: inout Finding
  ) -> EvidenceState {
    guard let socket = services.settings.scanner else {
      content.notes.append("This service has no virus scanner.")
      return .held
    }
    do {
      switch try VirusScanner(socket: socket).scan(scratch) {
      case .clean: return .ready
      case .found(let name):
        content.notes.append("The scanner found \(name).")
        return .infected
      }
    } catch {
      let problem = error as? any Problem ?? ScanProblem.refused
      content.notes.append(problem.message)
      // Another try would not make it smaller.
      if problem as? ScanProblem != .tooLarge { finding.trouble = problem }
      return .held
    }
  }

  private static func copy(
    _ scratch: ScratchFile, of file: EvidenceFile, _ vault: EvidenceVault, _ services: Services,
    _ content: inout EvidenceFile.Content, _ finding: inout Finding
  ) throws {
    let cleaner = FileCleaner(
      reader: services.settings.reader, folder: services.settings.uploads)
    do {
      let clean = try cleaner.copy(of: scratch, isPDF: file.kind == .pdf)
      let (sealed, key) = try vault.newCopy(file.name, size: clean.size)
      let writer = try sealed.writer()
      try clean.each { try writer.append($0) }
      try writer.finish()
      content.copyKey = key
      finding.change.copySize = clean.size
    } catch let problem as CleaningProblem {
      content.notes.append(problem.message)
      if problem.status == 503 { finding.trouble = problem }
    }
  }
}
