internal import Access
internal import Jobs
internal import Kernel
internal import Partnership

/// The import of uploaded files in the background.
///
/// It ends in the transaction that makes the import visible; when the program dies before, the job
/// is taken up again from the start and what was written is cleared away.
enum ImportJob {
  static let name = "incidents.import"

  static let kind = JobKind<Services>(name: name) { run, services in
    let uploads = try [WaitingUpload](payload: run.payload)
    var isStopped = false
    defer { if !isStopped { for upload in uploads { upload.remove() } } }
    do { try importFiles(uploads, run, services) } catch let stopped as JobStopped {
      isStopped = true
      throw stopped
    }
  }

  private static func importFiles(
    _ uploads: [WaitingUpload], _ run: JobRun, _ services: Services
  ) throws {
    let importer = IncidentImporter(services)
    let options = ImportOptions(
      asOf: services.clock.today, account: run.askedBy.map { ID<Account>($0) },
      job: run.id.rawValue)
    _ = try importer.run(importer.find(uploads), options, ImportObserver(of: run)) {
      write, counts in
      try run.complete("\(counts.stored) rows stored", in: write)
    }
  }
}

extension ImportObserver {
  /// Tells a job how far its import is, and stops it where the job should stop.
  init(of run: JobRun) {
    self.init(
      progress: { done, total, file in
        try run.checkStopping()
        run.progress(done: done / 1024, total: max(1, total / 1024), note: file)
      })
  }
}
