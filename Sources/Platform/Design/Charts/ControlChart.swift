public import Markup

/// Values over time with their average and limits: which of them are seldom seen by chance alone.
///
/// The arithmetic is done elsewhere; this draws it. A new phase begins where figures stop being
/// comparable, with an average and limits of its own, and no line is joined across.
public struct ControlChart: HTML {
  /// A stretch of points under one average and its limits.
  public struct Phase: Sendable, Equatable {
    let start: Int
    let mean: Double
    let lower: Double
    let upper: Double

    /// An average with its limits, from the point of an index on.
    public init(from start: Int = 0, mean: Double, lower: Double, upper: Double) {
      self.start = start
      self.mean = mean
      self.lower = lower
      self.upper = upper
    }
  }

  private let title: String
  private let about: String
  private let points: [ChartPoint]
  private let phases: [Phase]
  private let signals: Set<Int>
  private let breaks: [ChartBreak]
  private let style: NumberStyle
  private let period: String
  private let minimum: Int
  private let next: String?

  /// Points with their phases and the indices of the signals.
  ///
  /// With fewer than `minimum` values, or without a phase, the frame says why nothing is drawn.
  public init(
    title: String, about: String, points: [ChartPoint], phases: [Phase], signals: Set<Int> = [],
    breaks: [ChartBreak] = [], style: NumberStyle = .whole, period: String = "Month",
    minimum: Int = 12, next: String? = nil
  ) {
    self.title = title
    self.about = about
    self.points = points
    self.phases = phases
    self.signals = signals
    self.breaks = breaks
    self.style = style
    self.period = period
    self.minimum = minimum
    self.next = next
  }

  /// Points under one average and its limits.
  public init(
    title: String, about: String, points: [ChartPoint], mean: Double, lower: Double,
    upper: Double, signals: Set<Int> = [], breaks: [ChartBreak] = [],
    style: NumberStyle = .whole, period: String = "Month"
  ) {
    self.init(
      title: title, about: about, points: points,
      phases: [Phase(mean: mean, lower: lower, upper: upper)], signals: signals, breaks: breaks,
      style: style, period: period)
  }

  private var values: [Double?] { points.map(\.value) }

  private var axis: Axis {
    let all = values.compactMap(\.self) + phases.flatMap { [$0.lower, $0.upper] }
    return Axis(all, wholeSteps: style == .whole)
  }

  /// The chart with its table.
  public var body: some HTML {
    let count = values.count { $0 != nil }
    if count < minimum || phases.isEmpty {
      let reason =
        count < minimum
        ? tooFew(count, of: max(minimum, points.count), period: period)
        : "No limits have been worked out yet"
      ChartFigure(
        title: title, about: about, sentence: "No chart: \(lowered(reason))",
        height: EmptyDrawing.height, table: count == 0 ? nil : table
      ) { EmptyDrawing(reason: reason, next: next) }
    } else {
      ChartFigure(
        title: title, about: withAxisNote(about, axis, style), sentence: sentence, height: 300,
        legend: legend, table: table
      ) {
        drawing(Plot(axis: axis, count: points.count, height: 300, style: style))
      }
    }
  }

  @HTMLBuilder private func drawing(_ plot: Plot) -> some HTML {
    PlotFrame(plot: plot, labels: points.map(\.label))
    for stretch in stretches { PhaseLines(plot: plot, stretch: stretch) }
    Breaks(plot: plot, breaks: breaks)
    Lines(plot: plot, values: values, breaks: breaks, name: "line-1")
    Marks(plot: plot, values: values, signals: signals)
    for stretch in stretches { PhaseNames(plot: plot, stretch: stretch, values: values) }
    LastValue(plot: plot, values: values)
  }

  /// The phases with the points they hold.
  private var stretches: [Stretch] {
    phases.enumerated().map { index, phase in
      let end = index + 1 < phases.count ? phases[index + 1].start : points.count
      return Stretch(phase: phase, end: end, isLast: index + 1 == phases.count)
    }
  }

  private var sentence: String {
    let phase = phases.last.map {
      "Average \(style.text($0.mean)), upper limit \(style.text($0.upper)), "
        + "lower limit \(style.text($0.lower))."
    }
    let found =
      switch signals.count {
      case 0: "No \(period.lowercased()) is a signal."
      case 1: "1 \(period.lowercased()) is a signal: look for what changed."
      default: "\(signals.count) \(period.lowercased())s are signals: look for what changed."
      }
    return "Control chart of \(points.count) \(period.lowercased())s. \(phase ?? "") \(found)"
  }

  private var legend: [LegendEntry] {
    var entries = [
      LegendEntry(.line, period), LegendEntry(.signal, "Signal: seldom seen by chance alone"),
      LegendEntry(.limit, "Limits: average \u{b1} 2.66 \u{d7} mean moving range"),
    ]
    if !breaks.isEmpty { entries.append(LegendEntry(.broken, "Not comparable across this line")) }
    return entries
  }

  private var table: DataTable {
    DataTable(
      caption: title, hidesCaption: true,
      columns: [.text(period), .number("Value"), .text("Signal")],
      rows: points.enumerated().map { index, point in
        [
          .text(point.label), cell(point.value, style),
          signals.contains(index) ? .html { StateMark(.bad, "Signal") } : .missing("None"),
        ]
      })
  }
}

/// A phase, the index after its last point, and whether it is the present one.
private struct Stretch {
  let phase: ControlChart.Phase
  let end: Int
  let isLast: Bool

  func left(in plot: Plot) -> Double {
    phase.start > 0 ? plot.x(before: phase.start) : plot.left
  }

  func right(in plot: Plot) -> Double { end < plot.count ? plot.x(before: end) : Plot.right }
}

/// The average and limits of one phase.
private struct PhaseLines: HTML {
  let plot: Plot
  let stretch: Stretch

  var body: some HTML {
    let left = stretch.left(in: plot)
    let right = stretch.right(in: plot)
    Rule(plot: plot, value: stretch.phase.mean, name: "mean", from: left, to: right)
    Rule(plot: plot, value: stretch.phase.upper, name: "limit", from: left, to: right)
    Rule(plot: plot, value: stretch.phase.lower, name: "limit", from: left, to: right)
  }
}

/// The names of the lines: limits at the left of the chart, the average where the line is not.
private struct PhaseNames: HTML {
  let plot: Plot
  let stretch: Stretch
  let values: [Double?]

  var body: some HTML {
    let phase = stretch.phase
    if stretch.isLast {
      text_(
        .class("strong end halo"), .x(.percent(stretch.right(in: plot))),
        .y(.px(averageHeight))
      ) { "Average \(plot.style.text(phase.mean))" }
    }
    if phase.start == 0 {
      text_(.class("halo"), .x(.percent(plot.left + 0.8)), .y(.px(plot.y(phase.upper) - 5))) {
        "Upper limit \(plot.style.text(phase.upper))"
      }
      text_(.class("halo"), .x(.percent(plot.left + 0.8)), .y(.px(plot.y(phase.lower) - 5))) {
        "Lower limit \(plot.style.text(phase.lower))"
      }
    }
  }

  /// Where the average's name stands: on the side away from the last few points, unless the
  /// figure of the last one is there already.
  private var averageHeight: Double {
    let mean = stretch.phase.mean
    let last = values[min(stretch.phase.start, values.count)...].compactMap(\.self).suffix(4)
    let areAbove = last.count { $0 >= mean } * 2 >= last.count
    let heights = (areAbove ? [15, -6] : [-6, 15]).map { plot.y(mean) + $0 }
    guard let end = last.last else { return heights[0] }
    return heights.first { abs($0 - LastValue.height(of: end, in: plot)) >= 13 } ?? heights[0]
  }
}
