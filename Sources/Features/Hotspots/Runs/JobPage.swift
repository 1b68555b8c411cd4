internal import Design
internal import Jobs
internal import Kernel
internal import Markup

/// How far the drawing of a map is; it goes on while nobody looks, and after a restart.
struct JobPage: HTML {
  let status: JobStatus

  var body: some HTML {
    PageHead("Drawing a map")
    LivePart(id: "drawing", path: HotspotRoute.job(status.id).path, isLive: !status.isOver) {
      switch status.state {
      case .waiting:
        Notice { p { "The map waits for its turn. You can leave this page." } }
      case .running:
        ProgressBar(
          done: status.done, total: status.total > 0 ? status.total : nil,
          label: "Periods drawn and tested")
        p(.class("quiet")) { "You can leave this page: the drawing goes on." }
      case .done:
        Notice(.good) { p { strong { "The map is kept." } } }
        if let run = status.result.flatMap({ ID<HotspotRunTag>($0) }) {
          p { a(.href(HotspotRoute.run(run).path)) { "See the map" } }
        }
      case .failed:
        Notice(.bad) {
          p { strong { "The map was not kept." } }
          p { status.failure ?? "Something went wrong." }
        }
        p { a(.href(HotspotRoute.map(HotspotFilter()).path)) { "Draw another map" } }
      }
    }
  }
}
