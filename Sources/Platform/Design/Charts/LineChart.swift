public import Markup

/// Values over time as a line, against a target and the year before.
///
/// The title is the finding ("Burglary is above its target"), `about` what is counted, for whom
/// and when. Missing values are gaps; the line is never joined across them or across a break.
public struct LineChart: HTML {
  private let title: String
  private let about: String
  private let points: [ChartPoint]
  private let previous: [Double?]
  private let target: ChartTarget?
  private let breaks: [ChartBreak]
  private let style: NumberStyle
  private let names: Names
  private let minimum: Int
  private let next: String?

  /// What the lines and the columns of the table are called.
  public struct Names: Sendable {
    let period: String
    let values: String
    let previous: String

    /// Names for the periods ("Month"), the values ("This year") and those before ("Last year").
    public init(
      period: String = "Month", values: String = "This year", previous: String = "Last year"
    ) {
      self.period = period
      self.values = values
      self.previous = previous
    }
  }

  /// A line of points with its companions.
  ///
  /// Fewer than `minimum` values are not drawn; the frame then says so, and `next` says when more
  /// are due. `previous` stands point by point under `points`.
  public init(
    title: String, about: String, points: [ChartPoint], previous: [Double?] = [],
    target: ChartTarget? = nil, breaks: [ChartBreak] = [], style: NumberStyle = .whole,
    names: Names = Names(), minimum: Int = 3, next: String? = nil
  ) {
    self.title = title
    self.about = about
    self.points = points
    self.previous = previous
    self.target = target
    self.breaks = breaks
    self.style = style
    self.names = names
    self.minimum = minimum
    self.next = next
  }

  private var values: [Double?] { points.map(\.value) }

  private var axis: Axis {
    let all = (values + previous).compactMap(\.self) + (target?.bounds ?? [])
    return Axis(all, wholeSteps: style == .whole)
  }

  /// The chart with its table.
  public var body: some HTML {
    let present = values.compactMap(\.self)
    if present.count < minimum {
      let reason = tooFew(
        present.count, of: max(minimum, points.count), period: names.period)
      ChartFigure(
        title: title, about: about, sentence: "No chart: \(lowered(reason))",
        height: EmptyDrawing.height, table: present.isEmpty ? nil : table
      ) { EmptyDrawing(reason: reason, next: next) }
    } else {
      ChartFigure(
        title: title, about: withAxisNote(about, axis, style), sentence: sentence(present),
        height: Self.height, legend: legend, table: table
      ) { drawing(plot()) }
    }
  }

  /// The chart as a file of its own; `source` is what stands below it, a line each.
  public func document(source: [String]) -> ChartDocument {
    let present = values.compactMap(\.self)
    guard present.count >= minimum else {
      let reason = tooFew(present.count, of: max(minimum, points.count), period: names.period)
      return ChartDocument(
        title: title, about: about, sentence: "No chart: \(lowered(reason))",
        height: EmptyDrawing.height, source: source,
        drawing: EmptyDrawing(reason: reason, next: next))
    }
    return ChartDocument(
      title: title, about: withAxisNote(about, axis, style), sentence: sentence(present),
      height: Self.height, legend: legend, source: source,
      drawing: drawing(plot(width: ChartDocument.drawn)))
  }

  private static let height = 230.0

  private func plot(width: Double = 100) -> Plot {
    Plot(axis: axis, count: points.count, height: Self.height, style: style, width: width)
  }

  @HTMLBuilder private func drawing(_ plot: Plot) -> some HTML {
    if let target { TargetMark(plot: plot, target: target) }
    PlotFrame(plot: plot, labels: points.map(\.label))
    Breaks(plot: plot, breaks: breaks)
    if !previous.isEmpty { Lines(plot: plot, values: previous, breaks: breaks, name: "line-2") }
    Lines(plot: plot, values: values, breaks: breaks, name: "line-1")
    Marks(plot: plot, values: values)
    LastValue(plot: plot, values: values)
  }

  private func sentence(_ present: [Double]) -> String {
    let ends = points.filter { $0.value != nil }
    let first = ends.first.map { "\(style.text($0.value ?? 0)) in \($0.label)" } ?? ""
    let last = ends.last.map { "\(style.text($0.value ?? 0)) in \($0.label)" } ?? ""
    let range =
      "lowest \(style.text(present.min() ?? 0)), highest \(style.text(present.max() ?? 0))"
    let goal =
      switch target {
      case .value(let value, let words): " \(words): \(style.text(value))."
      case .band(let low, let high, let words):
        " \(words): \(style.text(low)) to \(style.text(high))."
      case nil: ""
      }
    return "Line chart from \(first) to \(last); \(range).\(goal)"
  }

  private var legend: [LegendEntry] {
    var entries = [LegendEntry(.line, names.values)]
    if previous.contains(where: { $0 != nil }) {
      entries.append(LegendEntry(.previous, names.previous))
    }
    switch target {
    case .value(_, let words): entries.append(LegendEntry(.target, words))
    case .band(_, _, let words): entries.append(LegendEntry(.band, words))
    case nil: break
    }
    if !breaks.isEmpty { entries.append(LegendEntry(.broken, "Not comparable across this line")) }
    return entries
  }

  private var table: DataTable {
    let hasPrevious = !previous.isEmpty
    let columns =
      [.text(names.period), .number(names.values)]
      + (hasPrevious ? [DataTable.Column.number(names.previous)] : [])
    return DataTable(
      caption: title, hidesCaption: true, columns: columns,
      rows: points.enumerated().map { index, point in
        let now: [DataTable.Cell] = [.text(point.label), cell(point.value, style)]
        let before = previous.indices.contains(index) ? previous[index] : nil
        return .cells(hasPrevious ? now + [cell(before, style)] : now)
      })
  }
}

/// The target, as a dashed line or a band, with its name.
private struct TargetMark: HTML {
  let plot: Plot
  let target: ChartTarget

  var body: some HTML {
    switch target {
    case .value(let value, let words):
      Rule(plot: plot, value: value, name: "target")
      text_(
        .class("goal halo"), .x(.percent(plot.left + 0.8)), .y(.px(plot.y(value) - 5))
      ) { "\(words) \(plot.style.text(value))" }
    case .band(let low, let high, let words):
      rect(
        .class("tband"), .x(.percent(plot.left)), .width(.percent(Plot.right - plot.left)),
        .y(.px(plot.y(high))), .height(.px(plot.y(low) - plot.y(high))))
      text_(
        .class("goal"), .x(.percent(plot.left + 0.8)), .y(.px(plot.y(high) + 14))
      ) { "\(words) \(plot.style.text(low)) to \(plot.style.text(high))" }
    }
  }
}

/// A cell of a chart's table.
func cell(_ value: Double?, _ style: NumberStyle) -> DataTable.Cell {
  value.map { .text(style.text($0)) } ?? .missing("Not supplied")
}

/// What a chart is about, and where its axis starts when that is not nought.
func withAxisNote(_ about: String, _ axis: Axis, _ style: NumberStyle) -> String {
  guard axis.low != 0 else { return about }
  let stop = about.isEmpty || about.hasSuffix(".") ? "" : "."
  return "\(about)\(stop) The axis starts at \(style.text(tick: axis.low, step: axis.step))."
}

/// Why there is no chart.
func tooFew(_ count: Int, of total: Int, period: String) -> String {
  "Too few \(period.lowercased())s to draw: \(count) of \(total)"
}
