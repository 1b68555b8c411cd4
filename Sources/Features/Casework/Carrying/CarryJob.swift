internal import Access
internal import Database
internal import FoundationEssentials
internal import Jobs
internal import Kernel
internal import Partnership

/// The tables of an import on disk, and the mapping they are read by.
struct CarryUploads: Codable, Equatable, Sendable {
  let key: String
  let version: Int
  /// Where each table lies.
  let paths: [CarryTable: String]

  var text: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  init(key: String, version: Int, paths: [CarryTable: String]) {
    self.key = key
    self.version = version
    self.paths = paths
  }

  init(_ text: String) throws {
    self = try JSONDecoder().decode(CarryUploads.self, from: Data(text.utf8))
  }

  /// Reads the tables; throws ``InputRefused``.
  func tables(_ mapping: CaseMapping, _ settings: Settings) throws -> CarryTables {
    var tables: CarryTables = [:]
    for (table, path) in paths {
      tables[table] = try CarriedRows.read(path, name: table.title, table, mapping, settings)
    }
    return tables
  }

  func remove() {
    for path in paths.values { unlink(path) }
  }

  private func unlink(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}

/// Brings the uploaded tables along in the background; a run that broke off goes on where it was.
enum CarryJob {
  static let name = "casework.carry"

  static let job = JobKind<Services>(name: name) { run, services in
    let uploads = try CarryUploads(run.payload)
    var isStopped = false
    defer { if !isStopped { uploads.remove() } }
    do { try bring(uploads, run, services) } catch let stopped as JobStopped {
      isStopped = true
      throw stopped
    }
  }

  private static func bring(_ uploads: CarryUploads, _ run: JobRun, _ services: Services) throws {
    let kept = try services.database.read { read in
      try CaseMappingStore(keyring: services.keyring).find(
        uploads.key, version: uploads.version, read)
    }
    guard let kept else { throw CaseProblem.notFound }
    let carrying = CaseCarrying(
      services: services, kept: kept, account: run.askedBy.map { ID<Account>($0) })
    let report = try carrying.bring(try uploads.tables(kept.mapping, services.settings)) {
      done, total in
      try run.checkStopping()
      run.progress(done: done, total: total)
    }
    run.record(
      "\(report.words) were kept, \(report.known) lines were known, \(report.left) left out")
  }
}

/// Takes uploaded tables away that were tried and not brought along within a day.
enum CarryForgetting {
  static let name = "casework.carry-forget"
  private static let seconds = 86_400.0

  static let job = JobKind<Services>(name: name) { run, _ in
    try CarryUploads(run.payload).remove()
    run.record("Uploaded tables were taken away")
  }

  static func ask(
    _ uploads: CarryUploads, _ services: Services, at now: Instant, in write: Write
  ) throws {
    try services.jobs.enqueue(
      name, payload: try uploads.text, due: now.adding(seconds: seconds), in: write)
  }
}
