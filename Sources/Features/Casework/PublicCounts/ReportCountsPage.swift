internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of reports by ward and month shows.
struct ReportCountsModel {
  /// The earliest first.
  let months: [ReportMonth]
  /// The wards of the latest month, by name.
  let wards: [Area]
  let shapes: [ShapedArea]

  var recent: [ReportMonth] { Array(months.suffix(3)) }
}

/// How many reports come in, by ward and month, small counts hidden.
struct ReportCountsPage: HTML {
  static let title = "Reports by ward and month"
  let model: ReportCountsModel

  var body: some HTML {
    PageHead(
      Self.title,
      lede: "How many reports we were sent. No report can be told from these figures.")
    if let latest = model.months.last {
      Facts([
        Fact(
          "Reports", latest.total.map { NumberText.whole($0) } ?? "Not shown",
          note: latest.month.words, isBig: true)
      ])
      Sheet {
        LineChart(
          title: "Reports by month", about: "All wards",
          points: model.months.map { ChartPoint($0.month.short, $0.total.map(Double.init)) },
          names: .init(values: "Reports"))
      }
      wards
      if !model.shapes.isEmpty { Sheet { map(latest) } }
      Sheet("About these figures") { for words in Self.about { p { words } } }
    } else {
      Notice { p { "No month has been counted yet." } }
    }
  }

  private var wards: some HTML {
    Sheet("By ward, the latest months") {
      DataTable(
        caption: "Reports by ward", hidesCaption: true,
        columns: [.text("Ward")] + model.recent.map { .number($0.month.words) },
        rows: model.wards.map { ward in
          .cells(
            [.html { AsWritten(ward.name) }]
              + model.recent.map { month in
                (month.wards[ward.code] ?? nil).map { .text(NumberText.whole($0)) }
                  ?? .missing("Not shown")
              })
        })
    }
  }

  private func map(_ latest: ReportMonth) -> some HTML {
    let counts = latest.wards.compactMapValues { $0.map(Double.init) }
    return ShadedMap(
      model.shapes, values: counts,
      ShadedMap.Words(
        title: "Reports by ward, \(latest.month.words)",
        note: Self.mapNote,
        spoken: "Map of \(model.wards.count) wards by reports in \(latest.month.words). The table "
          + "lists them.",
        none: "Not shown", limit: { NumberText.whole(Int($0.rounded(.up))) }))
  }

  static let mapNote =
    "The table above has every figure. Wards differ in how many people live there and in how many report: "
    + "a darker ward is not a less safe one."

  static let about = [
    "Counts of 1 to 4 are not shown, since so few can point to a person. Where the total would give one "
      + "away another count is withheld too, so “not shown” may stand for a larger one. Nought is shown as "
      + "nought.",
    "A report counts in the month it was sent and the ward it tells of. Reports that were withdrawn, that "
      + "may not be real, or whose place is only in words are not counted. A month is counted "
      + "\(ReportMonthStore.daysAfter) days after its end and not changed afterwards.",
    "More reports can mean that more people tell us, not that more happens.",
  ]
}
