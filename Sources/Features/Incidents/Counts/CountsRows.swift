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
      if let edition = answer.question.edition {
        p(.class("quiet")) {
          "Each point is given to the ward of \(String(edition.year)) it lies in. Rates are of the "
          query.by.contains(.month) ? "row's month" : "whole time counted"
          ", over the people living in the ward in the year shown, with Byar's 95% interval; under \(String(WardRate.fewest)) incidents none is told. Visitors "
          "and workers are not among these people."
        }
      }
      DataTable(
        caption: "Incidents by \(by)", hidesCaption: true, columns: columns,
        rows: answer.lines.map(row),
        pager: Pager(page: answer.page, of: CountsAnswer.pages(answer.size.rows)) { page in
          IncidentRoute.counts(filter.page(page)).path
        })
    }
  }

  private var columns: [DataTable.Column] {
    let places = answer.question.query.by.enumerated().map { index, dimension in
      DataTable.Column.text(dimension.title, sort: index == 0 ? link(.values, .ascending) : nil)
    }
    let count = DataTable.Column.number("Incidents", sort: link(.most, .descending))
    guard answer.question.edition != nil else { return places + [count] }
    return places + [
      count, .number("People"), .number("Per 1,000 people"), .number("95% interval"),
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
      place(dimension, value, line.wardName)
    }
    let count = DataTable.Cell.text(NumberText.whole(line.count))
    return .cells(values + [count] + (line.rate.map(cells) ?? []))
  }

  private func place(
    _ dimension: CountDimension, _ value: String, _ wardName: String?
  ) -> DataTable.Cell {
    switch dimension {
    case .month: .text(Month(value)?.words ?? value)
    case .ward:
      .html {
        wardName ?? ""
        " "
        span(.class("quiet")) { value }
      }
    case .category, .lsoa, .force: .text(value)
    }
  }

  private func cells(_ rate: WardRate) -> [DataTable.Cell] {
    guard let people = rate.people else {
      return [.missing("No estimate"), .missing("No estimate"), .missing("No estimate")]
    }
    let over = DataTable.Cell.text("\(NumberText.whole(people.people)) in \(people.year)")
    guard case .told(_, let rate, let interval) = rate else {
      return [over, .missing("Too few"), .missing("Too few")]
    }
    let ends = [interval.lower, interval.upper].map { NumberText.decimal($0) }
    return [over, .text(NumberText.decimal(rate)), .text(ends.joined(separator: " to "))]
  }
}
