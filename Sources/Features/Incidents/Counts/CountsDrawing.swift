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
    case .largest(let counts): bars(counts)
    }
  }

  /// The drawing as a file, with where its figures come from.
  var document: ChartDocument {
    let source = [
      "data.police.uk street files; latest month \(question.latest.month.words), "
        + "\(question.lag.datedWords). Provisional.",
      "Made on \(question.today.words).",
    ]
    return switch chart {
    case .months(let months): line(months).document(source: source)
    case .largest(let counts): bars(counts).document(source: source)
    }
  }

  private var about: String { "\(question.words), \(question.monthWords)" }

  private func line(_ months: [CountsChart.MonthCount]) -> LineChart {
    LineChart(
      title: "Incidents by month", about: about,
      points: months.map { ChartPoint($0.month.short, $0.count.map(Double.init)) },
      breaks: breaks.compactMap { change in
        months.firstIndex { $0.month == change.month }.map { ChartBreak(before: $0, "New system") }
      },
      names: .init(values: "Incidents"))
  }

  private func bars(_ counts: [CountsChart.LargestCount]) -> BarChart {
    let by = question.query.by[0]
    return BarChart(
      title: counts.count < CountsChart.mostBars
        ? "Incidents by \(by.words), most first"
        : "Incidents by \(by.words), the \(counts.count) largest",
      about: about, bars: counts.map { Bar($0.words, Double($0.count)) },
      names: (by.title, "Incidents"))
  }
}
