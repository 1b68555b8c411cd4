internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of what the public is shown says to those who work here.
struct PublicLogModel {
  let isShown: Bool
  let mayPublish: Bool
  let csrf: String
  /// The months, the latest first, with their counts.
  let months: [PublicMonth]
  let names: [String: String]
  /// The month whose hidden counts are listed.
  let chosen: PublicMonth?
  let page: Int

  static let onPage = 50

  /// The hidden counts of the month that is chosen.
  var hidden: [PublicCell] { chosen?.cells.filter { $0.count == nil } ?? [] }
}

/// What is shown to the public, what is hidden from it and why.
struct PublicLogPage: HTML {
  let model: PublicLogModel

  var body: some HTML {
    PageHead(
      "What the public is shown",
      lede: "Counts by ward, month and kind, small ones hidden and others to protect them.")
    Notice {
      p {
        if model.isShown {
          "The police's figures are shown at "
          a(.href(RecordedRoute.all.path)) { RecordedRoute.all.path }
          ". They are published by the police already, in more detail."
        } else {
          "The police's figures are not shown to the public."
        }
      }
    }
    if model.mayPublish {
      Sheet {
        PostForm(to: IncidentRoute.publicLog(month: nil, page: 1).path, csrf: model.csrf) {
          if model.isShown {
            SubmitButton("Stop showing them", style: .line, name: "show", value: "no")
          } else {
            SubmitButton("Show them to the public", style: .line, name: "show", value: "yes")
          }
        }
      }
    }
    if !model.months.isEmpty { PublicMonths(months: model.months) }
    if let chosen = model.chosen { HiddenCounts(model: model, chosen: chosen) }
  }
}

private struct PublicMonths: HTML {
  let months: [PublicMonth]

  var body: some HTML {
    Sheet("Months") {
      DataTable(
        caption: "Months", hidesCaption: true,
        columns: [
          .text("Month"), .number("Counts shown"), .number("Hidden, 1 to 4"),
          .number("Hidden to protect one"),
        ],
        rows: months.map { month in
          let path = IncidentRoute.publicLog(month: month.month, page: 1).path
          guard month.isSafe else {
            return .cells(
              [.link(month.month.words, to: path)]
                + (0..<3).map { _ in .missing("Nothing shown: small counts would show through") })
          }
          return .cells([
            .link(month.month.words, to: path), count(month) { $0.count != nil },
            count(month) { $0.reason == .small }, count(month) { $0.reason == .protecting },
          ])
        })
    }
  }

  private func count(_ month: PublicMonth, _ isIt: (PublicCell) -> Bool) -> DataTable.Cell {
    .text(NumberText.whole(month.cells.count(where: isIt)))
  }
}

private struct HiddenCounts: HTML {
  let model: PublicLogModel
  let chosen: PublicMonth

  var body: some HTML {
    let pages = IncidentHandlers.pages(model.hidden.count, of: PublicLogModel.onPage)
    let page = min(model.page, pages)
    Sheet("Hidden in \(chosen.month.words)") {
      p(.class("quiet")) {
        "This list stays inside: it says which counts are small. The counts themselves are on the "
        a(
          .href(
            IncidentRoute.counts(
              CountsFilter().with("by", "ward").with("then", "category")
                .with("from", chosen.month.description).with("to", chosen.month.description)
            ).path)
        ) { "page of counts" }
        "."
      }
      DataTable(
        caption: "Hidden counts", hidesCaption: true,
        columns: [.text("Ward"), .text("Kind"), .text("Why")],
        rows: model.hidden.dropFirst((page - 1) * PublicLogModel.onPage)
          .prefix(PublicLogModel.onPage).map { cell in
            .cells([
              .text(model.names[cell.ward] ?? "All wards"),
              .text(cell.category == PublicMonth.all ? "All kinds" : cell.category),
              .text(cell.reason?.words ?? ""),
            ])
          },
        empty: "Nothing is hidden in this month.",
        pager: Pager(page: page, of: pages) { page in
          IncidentRoute.publicLog(month: chosen.month, page: page).path
        })
    }
  }
}
