internal import Access
internal import Database
internal import FoundationEssentials
internal import Jobs
internal import Kernel
internal import Partnership

/// The import of uploaded files of a mapped source in the background, as ``ImportJob`` is of street
/// files.
enum ExtractJob {
  static let name = "incidents.import-mapped"

  /// What a job is given.
  struct Payload: Codable, Equatable {
    let key: String
    let uploads: [WaitingUpload]

    var text: String {
      get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }
  }

  static let kind = JobKind<Services>(name: name) { run, services in
    let payload = try JSONDecoder().decode(Payload.self, from: Data(run.payload.utf8))
    var isStopped = false
    defer { if !isStopped { for upload in payload.uploads { upload.remove() } } }
    do { try importFiles(payload, run, services) } catch let stopped as JobStopped {
      isStopped = true
      throw stopped
    }
  }

  private static func importFiles(
    _ payload: Payload, _ run: JobRun, _ services: Services
  ) throws {
    guard let saved = try services.database.read({ try MappingStore.find(payload.key, $0) }) else {
      throw IncidentProblem.notFound
    }
    let importer = ExtractImporter(services)
    let options = ImportOptions(
      asOf: services.clock.today, account: run.askedBy.map { ID<Account>($0) },
      job: run.id.rawValue)
    _ = try importer.run(
      importer.find(payload.uploads), by: saved, options, ImportObserver(of: run)
    ) { write, counts in
      try run.complete("\(counts.stored) rows stored", in: write)
    }
  }
}
