internal import Design
internal import Jobs
internal import Markup
internal import Partnership

/// How far an import is.
struct JobPage: HTML {
  let status: JobStatus

  var body: some HTML {
    PageHead("Import of places")
    JobProgress(
      status, path: PlaceRoute.job(status.id).path,
      .init(
        subject: "import", work: "import", running: "Reading \(status.note)",
        done: "The import is done: \(status.result ?? "").",
        failed: "The import was not done. Nothing of it was stored.")
    ) {
      if status.state == .done {
        a(.href(PlaceRoute.overview.path)) { "See all places" }
      } else {
        a(.href(PlaceRoute.add.path)) { "Try again with another file" }
      }
    }
  }
}
