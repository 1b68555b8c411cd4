internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// What the page of near repeats shows.
struct NearRepeatModel {
  let question: HotspotQuestion
  let state: FormState
  let finding: NearRepeatFinding?
  /// Why there is none.
  let problem: String?
  let today: Day
}

/// Whether what happens near by also happens soon after, with every band's ends stated.
struct NearRepeatPage: HTML {
  let model: NearRepeatModel

  var body: some HTML {
    QuestionHead(
      "Near repeats", lede: "Whether an incident is soon followed by another near by.",
      path: HotspotRoute.nearRepeats(HotspotFilter()).path, model.question, model.state,
      today: model.today
    ) {
      TextField(
        "distances", label: "Distances, upper ends in metres", in: model.state, width: .w20)
      TextField("days", label: "Days, upper ends", in: model.state, width: .w20)
    }
    if let problem = model.problem { Notice(.warn) { p { problem } } }
    if let finding = model.finding {
      Sheet(finding.headline) {
        RepeatTable(caption: "Near by", rows: finding.table.near, finding: finding)
      }
      if let headline = finding.samePlaceHeadline {
        Sheet(headline) {
          RepeatTable(caption: "The same place", rows: finding.table.samePlace, finding: finding)
        }
      }
      Sheet("Method") { SummaryList(finding.facts.map { ($0.name, $0.value, nil) }) }
    }
  }
}

private struct RepeatTable: HTML {
  let caption: String
  let rows: [NearRepeat.Row]
  let finding: NearRepeatFinding

  var body: some HTML {
    DataTable(
      caption: caption, hidesCaption: true,
      columns: [
        .text("Distance"), .text("Apart"), .number("Pairs"), .number("Expected"),
        .number("Ratio"), .number("p"), .text("Worth telling"),
      ],
      rows: rows.map { row in
        [
          .text(row.place), .text(row.apart), .text(NumberText.whole(row.observed)),
          .text(NumberText.decimal(row.expected, places: 1)),
          row.ratio.map { .text(NumberText.decimal($0, places: 2)) } ?? .missing("None"),
          .text(NumberText.decimal(row.p, places: 3)), .text(row.isNotable ? "Yes" : "No"),
        ]
      })
  }
}
