internal import Design
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// How far an import is.
struct JobPage: HTML {
  let status: JobStatus
  let run: ID<ImportRunTag>?

  var body: some HTML {
    PageHead("Import of files")
    JobProgress(
      status, path: IncidentRoute.job(status.id).path,
      .init(
        subject: "import", work: "import",
        running: status.note.isEmpty ? "Reading, in KiB" : "Reading \(status.note), in KiB",
        done: "The import is done: \(status.result ?? "").",
        failed: "The import was not done. Nothing of it was stored.")
    ) {
      if let run {
        a(.href(IncidentRoute.run(run, page: 1).path)) { "See what was imported and refused" }
      } else {
        a(.href(IncidentRoute.add.path)) { "Try again with other files" }
      }
    }
  }
}
