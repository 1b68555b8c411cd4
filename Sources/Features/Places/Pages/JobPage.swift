internal import Design
internal import Jobs
internal import Markup

/// How far an import is; it keeps on while nobody looks, and after a restart.
struct JobPage: HTML {
  let status: JobStatus

  var body: some HTML {
    PageHead("Import of places")
    LivePart(id: "import", path: PlaceRoute.job(status.id).path, isLive: !status.isOver) {
      switch status.state {
      case .waiting:
        Notice { p { "The import waits for its turn. You can leave this page." } }
      case .running:
        ProgressBar(done: 0, total: nil, label: "Reading \(status.note)")
        p(.class("quiet")) { "You can leave this page: the import goes on." }
      case .done:
        Notice(.good) { p { strong { "The import is done: \(status.result ?? "")." } } }
      case .failed:
        Notice(.bad) {
          p { strong { "The import was not done. Nothing of it was stored." } }
          p { status.failure ?? "Something went wrong." }
        }
      }
      if status.isOver {
        p {
          if status.state == .done {
            a(.href(PlaceRoute.overview.path)) { "See all places" }
          } else {
            a(.href(PlaceRoute.add.path)) { "Try again with another file" }
          }
        }
      }
    }
  }
}
