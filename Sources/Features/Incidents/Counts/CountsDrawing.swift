internal import Design
internal import Kernel
internal import Markup

/// The drawing of an answer: on the page with its table, or as a file of its own.
struct CountsDrawing: HTML {
  let question: CountsQuestion
  let chart: CountsChart
  let breaks: [RecordingBreak]

  var body: some HTML {
    switch chart {
    case .months(let months): line(months)
    case .weeks(let weeks): line(weeks)
    case .ordered(let counts), .largest(let counts): bars(counts)
    }
  }

  /// The drawing as a file, with where its figures come from.
  var document: ChartDocument {
    let source = [
      "\(question.query.source.title); latest month \(question.latest.month.words), "
        + "\(question.lag.datedWords). Provisional.",
      "Made on \(question.today.words).",
    ]
    return switch chart {
    case .months(let months): line(months).document(source: source)
    case .weeks(let weeks): line(weeks).document(source: source)
    case .ordered(let counts), .largest(let counts): bars(counts).document(source: source)
    }
  }

  private var about: String { "\(question.words), \(question.monthWords)" }

  private func line(_ months: [CountsChart.MonthCount]) -> LineChart {
    LineChart(
      title: "Incidents by month", about: about,
      points: months.map { ChartPoint($0.month.short, $0.count.map(Double.init)) },
      breaks: breaks.compactMap { change in
        months.firstIndex { $0.month == change.month }.map { ChartBreak(before: $0, "New system") }
      } + soFar(months.firstIndex { question.soFar?.isUnfinished($0.month) == true }),
      names: .init(values: "Incidents"))
  }

  private func line(_ weeks: [CountsChart.WeekCount]) -> LineChart {
    LineChart(
      title: "Incidents by week", about: "\(about), by the Monday each week begins with",
      points: weeks.map { ChartPoint($0.monday.words, Double($0.count)) },
      breaks: soFar(weeks.firstIndex { question.soFar?.isUnfinished(week: $0.monday) == true }),
      names: .init(period: "Week", values: "Incidents"))
  }

  /// A month or week that is not over is not joined to those before it.
  private func soFar(_ index: Int?) -> [ChartBreak] {
    index.map { [ChartBreak(before: $0, "So far")] } ?? []
  }

  private func bars(_ counts: [CountsChart.Value]) -> BarChart {
    let by = question.query.by[0]
    return BarChart(
      title: "Incidents by \(by.words)\(order(counts.count))", about: about,
      bars: counts.map { Bar($0.words, Double($0.count)) }, names: (by.title, "Incidents"))
  }

  private func order(_ bars: Int) -> String {
    guard case .largest = chart else { return "" }
    return bars < CountsChart.mostBars ? ", most first" : ", the \(bars) largest"
  }
}
