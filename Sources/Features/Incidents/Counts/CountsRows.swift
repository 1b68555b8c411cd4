internal import Design
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// The rows of an answer, a page of them, with links that order them otherwise.
struct CountsRows: HTML {
  let filter: CountsFilter
  let answer: CountsAnswer

  var body: some HTML {
    let query = answer.question.query
    let by = query.by.map(\.words).joined(separator: " and ")
    Sheet("By \(by)") {
      if let edition = query.edition { p(.class("quiet")) { note(edition, query) } }
      DataTable(
        caption: "Incidents by \(by)", hidesCaption: true, columns: columns,
        rows: answer.lines.map(row),
        pager: Pager(page: answer.page, of: CountsAnswer.pages(answer.size.rows)) { page in
          IncidentRoute.counts(filter.page(page)).path
        })
    }
  }

  private func note(_ edition: AreaEdition, _ query: CountQuery) -> String {
    let kind = CountDimension(edition.kind).words
    let over =
      answer.question.per == .people ? "people living in the \(kind)" : "households of the \(kind)"
    return "Each point is given to the \(kind) of \(edition.year) it lies in. Rates are of the "
      + (query.by.contains(.month) ? "row's month" : "whole time counted")
      + ", over the \(over) in the year shown, with Byar's 95% interval; under "
      + "\(AreaRate.fewest) incidents none is told. Visitors and workers are not among these."
  }

  private var hasRates: Bool { answer.question.query.edition != nil }

  private var columns: [DataTable.Column] {
    let places = answer.question.query.by.enumerated().map { index, dimension in
      DataTable.Column.text(dimension.title, sort: index == 0 ? link(.values, .ascending) : nil)
    }
    let count = DataTable.Column.number("Incidents", sort: link(.most, .descending))
    guard hasRates else { return places + [count] }
    let per = answer.question.per
    return places + [
      count, .number(per.title), .number("Per 1,000 \(per.title.lowercased())"),
      .number("95% interval"),
    ]
  }

  private func link(
    _ order: CountOrder, _ direction: DataTable.SortLink.Order
  ) -> DataTable.SortLink {
    DataTable.SortLink(
      IncidentRoute.counts(filter.sorted(order)).path,
      order: answer.question.query.order == order ? direction : nil)
  }

  private func row(_ line: CountsLine) -> DataTable.Row {
    let values = zip(answer.question.query.by, line.values).map { dimension, value in
      place(dimension, value, line.areaName)
    }
    let count = DataTable.Cell.text(NumberText.whole(line.count))
    return .cells(values + [count] + (line.rate.map(cells) ?? []))
  }

  private func place(
    _ dimension: CountDimension, _ value: String, _ areaName: String?
  ) -> DataTable.Cell {
    if dimension.areaKind != nil, let areaName {
      return .html {
        a(.href(IncidentRoute.counts(narrowed(to: value, from: dimension)).path)) { areaName }
        " "
        span(.class("quiet")) { value }
      }
    }
    return switch dimension {
    case .month, .week, .weekday, .hour:
      .text(
        CountPeriod.words(value, of: dimension)
          + (answer.question.soFar?.isUnfinished(value, of: dimension) == true ? ", so far" : ""))
    case .outcome: .text(value.isEmpty ? CountsQuestion.noOutcome : value)
    case .category, .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot, .force, .source:
      .text(value)
    }
  }

  /// The same question of one area, by month where it was by nothing but areas.
  private func narrowed(to code: String, from dimension: CountDimension) -> CountsFilter {
    let left = answer.question.query.by.filter { $0 != dimension }.map(\.rawValue)
    var narrow = filter.with("area", code).sorted(.values)
    if let edition = answer.question.query.edition {
      narrow = narrow.with("edition", String(edition.year))
    }
    for (index, name) in CountsFilter.dimensionNames.enumerated() {
      let usual = index == 0 ? CountDimension.month.rawValue : nil
      narrow = narrow.with(name, left.indices.contains(index) ? left[index] : usual)
    }
    return narrow
  }

  private func cells(_ rate: AreaRate) -> [DataTable.Cell] {
    guard let base = rate.base else {
      return [.missing("No estimate"), .missing("No estimate"), .missing("No estimate")]
    }
    let over = DataTable.Cell.text("\(NumberText.whole(base.number)) in \(base.year)")
    guard case .told(_, _, let rate, let interval) = rate else {
      return [over, .missing("Too few"), .missing("Too few")]
    }
    let ends = [interval.lower, interval.upper].map { NumberText.decimal($0) }
    return [over, .text(NumberText.decimal(rate)), .text(ends.joined(separator: " to "))]
  }
}
