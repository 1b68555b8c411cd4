internal import Access
internal import Database
internal import Documents
internal import Kernel
internal import Partnership

/// The door to imports of mapped sources for the command line, the page and the demonstration.
struct ExtractImporter: Sendable {
  private let services: Services
  private let reader: FileReader
  private let workbooks: ReaderProcess

  init(_ services: Services) {
    self.services = services
    reader = .live(services.settings)
    workbooks = ReaderProcess(executable: services.settings.reader)
  }

  /// The files to be read among what somebody named.
  func find(_ paths: [String]) throws -> SourceFiles {
    try SourceFiles.find(paths, .mapped, entries: reader.entries)
  }

  /// The files to be read among uploads, which are shown under neutral names.
  func find(_ uploads: [WaitingUpload]) throws -> SourceFiles {
    try SourceFiles.find(uploads.map { ($0.path, $0.name) }, .mapped, entries: reader.entries)
  }

  /// What reads rows by a mapping.
  func decoder(_ mapping: Mapping) throws -> ExtractDecoder {
    try ExtractDecoder(mapping, today: services.clock.today) { try workbooks.system(named: $0) }
  }

  /// Imports files by a mapping and notes it in the audit trail.
  ///
  /// `last` is what else belongs to the transaction that makes the import visible.
  func run(
    _ files: SourceFiles, by saved: SavedMapping, _ options: ImportOptions,
    _ observer: ImportObserver, last: (Write, ImportCounts) throws -> Void = { _, _ in }
  ) throws -> ImportCounts {
    let source = SourceVersion(key: saved.mapping.key, version: saved.version)
    let store = ImportStore(
      database: services.database, clock: services.clock, keyring: services.keyring,
      source: source)
    let run = ExtractRun(
      saved, try decoder(saved.mapping), store: store, reader: reader, workbooks: workbooks,
      options: options, observer: observer)
    let counts = try run(files) { write, counts in
      let event = AuditEvent(
        actor: options.account, action: "incidents.imported", subject: "incident-run/\(run.id)",
        detail: [
          "source": source.key, "version": String(source.version),
          "stored": String(counts.stored), "replaced": String(counts.replaced),
        ], at: services.clock.now())
      try services.audit.record(event, in: write)
      try last(write, counts)
    }
    // The import stands whatever becomes of this: the next count by ward goes on with it.
    try? CountsUpkeep.run(services)
    return counts
  }
}
