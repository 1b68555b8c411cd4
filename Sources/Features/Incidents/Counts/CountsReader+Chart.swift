internal import Database
internal import Kernel
internal import Partnership

extension CountsReader {
  /// The drawing of a question's answer.
  func drawing(_ question: CountsQuestion) throws -> CountsDrawing {
    let (answer, names) = try whole(question)
    return CountsDrawing(
      question: question,
      chart: try chart(question, answer, names, try imported(question)),
      breaks: question.breaks(try OverviewStore.forces(read)))
  }

  /// What is drawn of an answer: its months, or the values of what it is first by.
  func chart(
    _ question: CountsQuestion, _ answer: CountAnswer, _ names: AreaNames,
    _ imported: ImportedMonths
  ) throws -> CountsChart {
    if question.query.by.contains(.month) {
      return .months(try months(answer, imported))
    }
    let first = question.query.by[0]
    let rows = try answer.rows(
      {
        $0.by = [first]
        $0.order = first.isTime ? .values : .most
        $0.window = first.isTime ? nil : 0..<CountsChart.mostBars
      }, read)
    let bars = rows.map { row in
      CountsChart.Value(words: names.words(row.values[0], of: first), count: row.count)
    }
    return switch first {
    case .week:
      .weeks(
        rows.compactMap { row in
          Day(row.values[0]).map { CountsChart.WeekCount(monday: $0, count: row.count) }
        })
    case .weekday, .hour: .ordered(bars)
    case .month, .category, .outcome, .ward, .lsoa, .msoa, .neighbourhood, .borough, .hotspot,
      .force, .source:
      .largest(bars)
    }
  }

  private func months(
    _ answer: CountAnswer, _ imported: ImportedMonths
  ) throws -> [CountsChart.MonthCount] {
    guard let span = imported.span else { return [] }
    let rows = try answer.rows(
      {
        $0.by = [.month]
        $0.order = .values
        $0.window = nil
      }, read)
    let counts = Dictionary(rows.map { ($0.values[0], $0.count) }, uniquingKeysWith: +)
    return span.map { month in
      let count = imported.missing.contains(month) ? nil : counts[month.description] ?? 0
      return .init(month: month, count: count)
    }
  }
}
