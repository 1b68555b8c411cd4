internal import Design
internal import Jobs
internal import Kernel
internal import Markup
internal import Partnership

/// How far the drawing of a map is.
struct JobPage: HTML {
  let status: JobStatus

  var body: some HTML {
    PageHead("Drawing a map")
    JobProgress(
      status, path: HotspotRoute.job(status.id).path,
      .init(
        subject: "map", work: "drawing", running: "Periods drawn and tested",
        done: "The map is kept.", failed: "The map was not kept.")
    ) {
      if let run = status.result.flatMap({ ID<HotspotRunTag>($0) }) {
        a(.href(HotspotRoute.run(run).path)) { "See the map" }
      } else {
        a(.href(HotspotRoute.map(HotspotFilter()).path)) { "Draw another map" }
      }
    }
  }
}
