internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The door to imports for the command line, the page and the demonstration.
struct IncidentImporter: Sendable {
  private let services: Services
  private let reader: FileReader

  init(_ services: Services) {
    self.services = services
    reader = .live(services.settings)
  }

  /// The street files among what somebody named.
  func find(_ paths: [String]) throws -> SourceFiles {
    try SourceFiles.find(paths, entries: reader.entries)
  }

  /// The street files among uploads, which are shown under neutral names.
  func find(_ uploads: [WaitingUpload]) throws -> SourceFiles {
    try SourceFiles.find(uploads.map { ($0.path, $0.name) }, entries: reader.entries)
  }

  /// What an import of files would do; nothing is stored.
  func trial(
    _ files: SourceFiles, _ options: ImportOptions, _ observer: ImportObserver
  ) throws -> ImportCounts {
    let store = ImportStore(
      database: services.database, clock: services.clock, keyring: services.keyring)
    return try ImportTrial(store: store, reader: reader, observer: observer)(
      files, asOf: options.asOf)
  }

  /// Imports files and notes it in the audit trail.
  ///
  /// `last` is what else belongs to the transaction that makes the import visible.
  func run(
    _ files: SourceFiles, _ options: ImportOptions, _ observer: ImportObserver,
    last: (Write, ImportCounts) throws -> Void = { _, _ in }
  ) throws -> ImportCounts {
    let store = ImportStore(
      database: services.database, clock: services.clock, keyring: services.keyring)
    let run = ImportRun(store: store, reader: reader, options: options, observer: observer)
    let counts = try run(files) { write, counts in
      let event = AuditEvent(
        actor: options.account, action: "incidents.imported", subject: "incident-run/\(run.id)",
        detail: ["stored": String(counts.stored), "replaced": String(counts.replaced)],
        at: services.clock.now())
      try services.audit.record(event, in: write)
      try last(write, counts)
    }
    // The import stands whatever becomes of this: the next count by ward goes on with it, and says
    // what is wrong.
    try? CountsUpkeep.run(services)
    return counts
  }
}
