internal import Access
internal import Design
internal import HTTP
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// Takes files to be imported, and asks for the job that does it.
enum UploadHandler {
  static func answer(_ visit: StaffVisit) throws -> Response {
    try IncidentPolicy.require(.importFiles, visit.actor)
    guard visit.request.method == .post else { return page(visit, nil) }
    let files = visit.request.files.filter { $0.field == "files" && $0.size > 0 }
    guard !files.isEmpty else {
      return page(visit, Refusal("files", "Choose the files to import"))
    }
    let uploads = try WaitingUpload.keep(
      files, in: visit.services.settings.uploads, endings: SourceName.endings,
      isTold: SourceName.isOfTheSite)
    return try enqueue(uploads, of: ImportJob.name, visit) { try uploads.payload() }
  }

  /// Asks for the job that imports uploads; where it cannot be asked for they are taken away.
  static func enqueue(
    _ uploads: [WaitingUpload], of kind: String, _ visit: StaffVisit,
    payload: () throws -> String
  ) throws -> Response {
    do {
      let job = try visit.write { write in
        let job = try visit.services.jobs.enqueue(
          kind, payload: try payload(), by: visit.actor.account.rawValue, in: write)
        try visit.record(
          "incidents.import-asked", "job/\(job)", ["files": String(uploads.count)], in: write)
        return job
      }
      return .redirect(to: IncidentRoute.job(job).path)
    } catch {
      for upload in uploads { upload.remove() }
      throw error
    }
  }

  /// The month the demonstration leaves, to be saved and then imported as a real one is.
  static func trial(_ visit: StaffVisit) throws -> Response {
    try IncidentPolicy.require(.importFiles, visit.actor)
    guard visit.frame.isDemonstration,
      let found = try Demonstration.trialFile(visit.services.settings)
    else { throw IncidentProblem.notFound }
    return .download(found.bytes, type: "text/csv; charset=utf-8", name: found.name)
  }

  private static func page(_ visit: StaffVisit, _ refusal: Refusal?) -> Response {
    let state = FormState(refusal: refusal)
    let trial = visit.frame.isDemonstration ? Demonstration.trial(visit.services.settings) : nil
    let page = Page(
      frame: visit.frame, title: "Import files",
      crumbs: [Crumb("Incidents", IncidentRoute.overview(IncidentFilter()).path)],
      refusal: refusal
    ) {
      ErrorSummary(refusal)
      UploadPage(csrf: visit.frame.csrf, state: state, trial: trial)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}
