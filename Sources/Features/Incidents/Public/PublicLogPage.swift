internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of what the public is shown says to those who work here.
struct PublicLogModel {
  /// Every source, and whether it is shown.
  let sources: [(source: CountSource, isShown: Bool)]
  /// The source whose months are listed.
  let source: CountSource
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
    PublicSources(model: model)
    if !model.months.isEmpty { PublicMonths(months: model.months, source: model.source) }
    if let chosen = model.chosen { HiddenCounts(model: model, chosen: chosen) }
  }
}

/// The sources with what was decided of each.
private struct PublicSources: HTML {
  let model: PublicLogModel

  var body: some HTML {
    Sheet("Sources") {
      p(.class("quiet")) {
        "The police's figures are published by the police already, in more detail. Any other source "
        "is shown only once somebody decides so here."
      }
      DataTable(
        caption: "Sources", hidesCaption: true,
        columns: [.text("Source"), .text("Shown to the public"), .text("Decide")],
        rows: model.sources.map { source, isShown in
          .cells([
            .link(
              source.title,
              to: IncidentRoute.publicLog(source: source.key, month: nil, page: 1).path),
            .html {
              if isShown {
                a(.href(RecordedRoute.all(source: source.mapping.map { _ in source.key }).path)) {
                  "Shown"
                }
              } else {
                "Not shown"
              }
            },
            decision(source, isShown),
          ])
        })
    }
  }

  private func decision(_ source: CountSource, _ isShown: Bool) -> DataTable.Cell {
    guard model.mayPublish else { return .text("An analyst or a manager may") }
    return .html {
      PostForm(
        to: IncidentRoute.publicLog(source: source.key, month: nil, page: 1).path, csrf: model.csrf
      ) {
        SubmitButton(
          isShown ? "Stop showing" : "Show", style: .line, name: "show",
          value: isShown ? "no" : "yes")
        span(.class("hide")) { source.title }
      }
    }
  }
}

private struct PublicMonths: HTML {
  let months: [PublicMonth]
  let source: CountSource

  var body: some HTML {
    Sheet("Months, \(source.title)") {
      DataTable(
        caption: "Months", hidesCaption: true,
        columns: [
          .text("Month"), .number("Counts shown"), .number("Hidden, 1 to 4"),
          .number("Hidden to protect one"),
        ],
        rows: months.map { month in
          let path = IncidentRoute.publicLog(source: source.key, month: month.month, page: 1).path
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
              CountsFilter().with("source", model.source.key).with("by", "ward").with(
                "then", "category"
              )
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
          IncidentRoute.publicLog(source: model.source.key, month: chosen.month, page: page).path
        })
    }
  }
}
