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

  /// What is drawn of an answer.
  func chart(
    _ question: CountsQuestion, _ answer: CountAnswer, _ names: AreaNames,
    _ imported: ImportedMonths
  ) throws -> CountsChart {
    guard question.query.by.contains(.month) else {
      let rows = try answer.rows(
        {
          $0.by = Array($0.by.prefix(1))
          $0.order = .most
          $0.window = 0..<CountsChart.mostBars
        }, read)
      return .largest(
        rows.map { row in
          .init(words: names.words(row.values[0], of: question.query.by[0]), count: row.count)
        })
    }
    guard let span = imported.span else { return .months([]) }
    let rows = try answer.rows(
      {
        $0.by = [.month]
        $0.order = .values
        $0.window = nil
      }, read)
    let counts = Dictionary(rows.map { ($0.values[0], $0.count) }, uniquingKeysWith: +)
    return .months(
      span.map { month in
        let count = imported.missing.contains(month) ? nil : counts[month.description] ?? 0
        return .init(month: month, count: count)
      })
  }

  /// Which of a question's months were imported.
  func imported(_ question: CountsQuestion) throws -> ImportedMonths {
    let area = question.query.area
    let forces = try OverviewStore.months(question.months, area, in: read)
    return ImportedMonths(
      asked: question.months, forces: forces,
      all: area?.forces.count ?? forces.values.max() ?? 0)
  }
}
