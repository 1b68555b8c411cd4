internal import Access
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// Takes a file to be imported, asks for the job that does it, and shows how far it is.
enum PlaceUpload {
  static func answer(_ visit: StaffVisit) throws -> Response {
    try PlacePolicy.require(.importFiles, visit.actor)
    guard visit.request.method == .post else { return page(visit, nil) }
    let fields: UploadForm.Fields
    do { fields = try UploadForm.Fields(visit.request) } catch { return page(visit, error) }
    let files = visit.request.files.filter { $0.field == "file" && $0.size > 0 }
    let uploads = try WaitingUpload.keep(
      Array(files.prefix(1)), in: visit.services.settings.uploads, endings: UploadForm.endings)
    do {
      guard let upload = uploads.first else { return page(visit, nil) }
      let form = UploadForm(fields, upload)
      let job = try visit.write { write in
        let job = try visit.services.jobs.enqueue(
          PlaceImportJob.name, payload: try form.payload(), by: visit.actor.account.rawValue,
          in: write)
        try visit.record(
          "places.import-asked", "job/\(job)", ["what": form.what], in: write)
        return job
      }
      return .redirect(to: PlaceRoute.job(job).path)
    } catch {
      for upload in uploads { upload.remove() }
      throw error
    }
  }

  static func job(_ visit: StaffVisit, _ id: ID<Job>) throws -> Response {
    let status = try visit.read { read in try visit.services.jobs.status(id, in: read) }
    guard let status, status.kind == PlaceImportJob.name else { throw PlaceProblem.notFound }
    return visit.page("Import of places", crumbs: PlaceHandlers.crumbs) { JobPage(status: status) }
  }

  private static func page(_ visit: StaffVisit, _ refusal: Refusal?) -> Response {
    let state = FormState(values: visit.request.form, refusal: refusal)
    let page = Page(
      frame: visit.frame, title: "Import places", crumbs: PlaceHandlers.crumbs, refusal: refusal
    ) {
      ErrorSummary(refusal)
      UploadPage(csrf: visit.frame.csrf, state: state)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}

/// The import of an uploaded file in the background; it ends in the transaction that stores it.
enum PlaceImportJob {
  static let name = "places.import"

  static let kind = JobKind<Services>(name: name) { run, services in
    let form = try UploadForm(payload: run.payload)
    var isStopped = false
    defer { if !isStopped { form.upload.remove() } }
    do {
      try run.checkStopping()
      run.progress(done: 0, total: 0, note: form.upload.name)
      try importFile(form, run, services)
    } catch let stopped as JobStopped {
      isStopped = true
      throw stopped
    }
  }

  private static func importFile(
    _ form: UploadForm, _ run: JobRun, _ services: Services
  ) throws {
    let account = run.askedBy.map { ID<Account>($0) }
    if let kind = AreaKind(rawValue: form.what) {
      var options = BoundaryOptions(kind: kind, edition: form.year)
      options.codeField = form.codeField
      options.nameField = form.nameField
      options.reference = form.reference
      options.account = account
      _ = try BoundaryImport(services).run(
        form.upload.path, title: form.upload.name, options
      ) { write, result in
        try run.complete(result.lines.prefix(6).joined(separator: "; "), in: write)
      }
    } else if let kind = RowsKind(rawValue: form.what) {
      _ = try RowsImport(services, account: account).run(
        form.upload.path, title: form.upload.name, kind, year: form.year
      ) { write, result in
        try run.complete(result.lines.joined(separator: ", "), in: write)
      }
    }
  }
}
