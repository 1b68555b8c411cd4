internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// What the page of wards shows.
struct WardModel {
  let question: HotspotQuestion
  let state: FormState
  /// `nil` where the form was refused.
  let table: WardTable?
  let shapes: [ShapedArea]
  let today: Day
}

/// Every ward by count, rate and harm, its table first.
struct WardPage: HTML {
  let model: WardModel

  var body: some HTML {
    QuestionHead(
      "Wards by count, rate and harm",
      lede: "Three ways to say where most is to be done, and where they disagree.",
      path: HotspotRoute.wards(HotspotFilter()).path, model.question, model.state,
      today: model.today
    ) {}
    if let table = model.table {
      if table.lines.isEmpty {
        Notice(.warn) {
          p { "No wards are here: import them first (hamlet boundaries import … --kind ward)." }
        }
      } else {
        WardLedger(table: table)
        Sheet { WardDrawing(table: table, shapes: model.shapes) }
        Sheet("What this rests on") { SummaryList(table.facts.map { ($0.name, $0.value, nil) }) }
      }
    }
  }
}

/// The wards, those with the highest rate first.
private struct WardLedger: HTML {
  let table: WardTable

  var body: some HTML {
    Sheet(table.headline) {
      DataTable(
        caption: "Wards", hidesCaption: true,
        columns: [
          .text("Ward"), .number("Incidents"), .number("Per 1,000 people"),
          .number("95% interval"), .number("Harm, days"), .text("Place by count, rate, harm"),
        ],
        rows: table.lines.map(row))
    }
  }

  private func row(_ line: WardLine) -> DataTable.Row {
    let rate: [DataTable.Cell] =
      line.rate.map {
        [
          .text(NumberText.decimal($0.value)),
          .text(
            "\(NumberText.decimal($0.interval.lower)) to \(NumberText.decimal($0.interval.upper))"),
        ]
      } ?? [.missing(line.noRate ?? ""), .missing("None")]
    return .cells(
      [.text(line.area.name), .text(NumberText.whole(line.count))] + rate
        + [
          line.harm.map { .text($0.words) } ?? .missing("No weights"),
          .html {
            line.ranks.words
            if line.ranks.disagree(among: table.lines.count) {
              " "
              Tag("disagree", .fact)
            }
          },
        ])
  }
}
