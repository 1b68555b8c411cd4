internal import Design
internal import Kernel
internal import Markup

/// Months, latest first.
struct MonthTable: HTML {
  let model: OverviewModel

  var body: some HTML {
    Sheet("By month") {
      DataTable(
        caption: "By month", hidesCaption: true, columns: columns,
        rows: model.pageLines.map { line in
          .cells([.text(line.month.words)] + counts(line).map(cell))
        },
        pager: Pager(page: min(model.filter.page, model.pages), of: model.pages) { page in
          IncidentRoute.overview(model.filter.page(page)).path
        })
    }
  }

  private var columns: [DataTable.Column] {
    let kinds =
      model.filter.category.isEmpty
      ? ["Anti-social behaviour", "Crime"] : [model.filter.category]
    return [.text("Month")] + kinds.map { .number($0) }
  }

  private func counts(_ line: MonthLine) -> [Int?] {
    model.filter.category.isEmpty ? [line.antisocial, line.crime] : [line.chosen]
  }

  private func cell(_ count: Int?) -> DataTable.Cell {
    count.map { .text(NumberText.whole($0)) } ?? .missing("Not imported")
  }
}

/// The kinds of the latest month, in the source's own words.
struct KindTable: HTML {
  let model: OverviewModel

  var body: some HTML {
    if let latest = model.latest {
      let month = latest.month
      Sheet("By kind in \(month.words)") {
        DataTable(
          caption: "By kind in \(month.words)", hidesCaption: true,
          columns: [
            .text("Kind, in the source's words"), .number(month.short),
            .number(month.adding(months: -1).short), .number(month.adding(months: -12).short),
            .text("On the year before"),
          ],
          rows: rows(of: false, "Anti-social behaviour: incidents, not crimes")
            + rows(of: true, "Crime"))
      }
    }
  }

  private func rows(of isCrime: Bool, _ heading: String) -> [DataTable.Row] {
    let kinds = model.kinds.filter { CrimeCategory.isCrime($0.category) == isCrime }
    guard !kinds.isEmpty else { return [] }
    return [.group(heading)]
      + kinds.map { kind in
        [
          .link(
            kind.category, to: IncidentRoute.overview(model.filter.category(kind.category)).path),
          .text(NumberText.whole(kind.count)), earlier(kind.monthBefore), earlier(kind.yearBefore),
          trend(kind.trend),
        ]
      }
  }

  private func trend(_ trend: TrendBasis) -> DataTable.Cell {
    switch trend {
    case .refused(let reason): .missing(reason)
    case .told: .text(trend.words)
    }
  }

  private func earlier(_ count: Int?) -> DataTable.Cell {
    count.map { .text(NumberText.whole($0)) } ?? .missing("Not imported")
  }
}
