internal import Design
internal import Kernel
internal import Markup

/// The kept maps, the newest first.
struct RunsPage: HTML {
  let runs: [HotspotRun]
  let page: Int
  let pages: Int

  var body: some HTML {
    PageHead("Kept maps", lede: "Each as it was made, with what it was made by.")
    HotspotLinks()
    Sheet {
      DataTable(
        caption: "Kept maps", hidesCaption: true,
        columns: [
          .text("Map"), .text("Months"), .text("Finding"), .text("Method"), .text("Made"),
        ],
        rows: runs.map(row),
        empty: "No map has been kept yet. Draw one and keep it, or run hamlet hotspots monthly.",
        pager: Pager(page: page, of: pages) { HotspotRoute.runs(page: $0).path })
    }
  }

  private func row(_ run: HotspotRun) -> DataTable.Row {
    [
      .link(run.title, to: HotspotRoute.run(run.id).path), .text(run.months.words),
      .text(run.headline), .text(run.method.title), .text(London.day(run.madeAt).words),
    ]
  }
}
