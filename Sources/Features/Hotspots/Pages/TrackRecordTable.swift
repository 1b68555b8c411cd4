internal import Design
internal import Kernel
internal import Markup

/// How the maps of the last months did, by ways of marking squares held against each other.
struct TrackRecordTable: HTML {
  let track: TrackRecord?

  var body: some HTML {
    Sheet("Were earlier maps right?") {
      if let track, let first = track.months.first, let last = track.months.last {
        p {
          "The share of each month's incidents that fell into the squares marked before it, "
          "\(first.words) to \(last.words), for squares of so much of the land. Where the simple "
          "way of the year before does as well, the others tell nothing that was not known."
        }
        DataTable(
          caption: "Track record", hidesCaption: true,
          columns: [.text("Squares marked by")]
            + TrackRecord.percents.map { .number("\(NumberText.percent($0)) of the land") },
          rows: track.lines.map { line in
            .cells(
              [.text(line.name)]
                + line.shares.map { .text(NumberText.percent($0.hitRate * 100, places: 1)) })
          })
        Disclosure("Hits, prediction index (PAI) and PEI*") {
          p {
            "PAI is the hit rate over the share of the land: 1 is no better than chance. PEI* is "
            "the hits as a share of the most there could have been in as much land."
          }
          DataTable(
            caption: "Hits and indices", hidesCaption: true,
            columns: [
              .text("Share of the land"), .number("Hits"), .number("Of"), .number("PAI"),
              .number("PEI*"),
            ],
            rows: track.lines.flatMap { line in [.group(line.name)] + line.shares.map(row) })
        }
      } else {
        p { "A record needs the incidents of the year before a month: too few months are here." }
      }
    }
  }

  private func row(_ share: TrackRecord.Share) -> DataTable.Row {
    [
      .text(NumberText.percent(share.percent)), .text(NumberText.whole(share.hits)),
      .text(NumberText.whole(share.events)),
      share.pai.map { .text(NumberText.decimal($0, places: 2)) } ?? .missing("None"),
      share.peiStar.map { .text(NumberText.decimal($0, places: 2)) } ?? .missing("None"),
    ]
  }
}
