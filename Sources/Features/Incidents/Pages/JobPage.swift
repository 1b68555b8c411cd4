internal import Design
internal import Jobs
internal import Kernel
internal import Markup

/// How far an import is; it keeps on while nobody looks, and after a restart.
struct JobPage: HTML {
  let status: JobStatus
  let run: ID<ImportRunTag>?

  var body: some HTML {
    PageHead("Import of files")
    LivePart(id: "import", path: IncidentRoute.job(status.id).path, isLive: !status.isOver) {
      switch status.state {
      case .waiting:
        Notice { p { "The import waits for its turn. You can leave this page." } }
      case .running:
        ProgressBar(
          done: status.done, total: status.total > 0 ? status.total : nil,
          label: status.note.isEmpty ? "Reading, in KiB" : "Reading \(status.note), in KiB")
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
          if let run {
            a(.href(IncidentRoute.run(run, page: 1).path)) { "See what was imported and refused" }
          } else {
            a(.href(IncidentRoute.add.path)) { "Try again with other files" }
          }
        }
      }
    }
  }
}
