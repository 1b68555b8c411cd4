import Markup

/// Where things stand in a chart: x in per cent of its width, y in pixels.
struct Plot {
  let axis: Axis
  let count: Int
  let height: Double
  let style: NumberStyle
  /// The left edge of the lines, in per cent; the ticks' words stand before it.
  let left: Double
  /// Units across, for lines that stretch with the chart: 100 on a page, whose width is not known,
  /// and the width itself in a file, where nothing is stretched.
  let width: Double

  static let right = 97.0
  private static let top = 22.0
  private static let foot = 34.0

  init(axis: Axis, count: Int, height: Double, style: NumberStyle, width: Double = 100) {
    self.width = width
    self.axis = axis
    self.count = count
    self.height = height
    self.style = style
    let longest = axis.ticks.map { style.text(tick: $0, step: axis.step).count }.max() ?? 0
    left = max(9, 3 + 1.5 * Double(longest))
  }

  /// Where the point of an index stands.
  func x(_ index: Int) -> Double {
    count < 2
      ? (left + Plot.right) / 2 : left + (Plot.right - left) * Double(index) / Double(count - 1)
  }

  /// The middle between a point and the one before it.
  func x(before index: Int) -> Double { (x(index - 1) + x(index)) / 2 }

  /// Where a value stands.
  func y(_ value: Double) -> Double { base - (base - Plot.top) * axis.share(value) }

  /// The y of the lowest tick.
  var base: Double { height - Plot.foot }

  /// The y of the highest tick.
  var top: Double { Plot.top }

  /// The indices named below the chart: the first, and about every sixth of the length.
  var named: [Int] {
    let step = max(1, Int((Double(count) / 6).rounded(.up)))
    return Array(stride(from: 0, to: count, by: step))
  }
}

/// The ticks with their rules, and the names below.
struct PlotFrame: HTML {
  let plot: Plot
  let labels: [String]

  var body: some HTML {
    for tick in plot.axis.ticks {
      Rule(plot: plot, value: tick, name: "grid")
      text_(.class("end"), .x(.percent(plot.left - 1.2)), .y(.px(plot.y(tick) + 4))) {
        plot.style.text(tick: tick, step: plot.axis.step)
      }
    }
    line(
      .class("axis"), .x1(.percent(plot.left)), .x2(.percent(Plot.right)), .y1(.px(plot.base)),
      .y2(.px(plot.base)))
    for (order, index) in plot.named.enumerated() {
      line(
        .class("axis"), .x1(.percent(plot.x(index))), .x2(.percent(plot.x(index))),
        .y1(.px(plot.base)), .y2(.px(plot.base + 5)))
      text_(
        .class(order % 2 == 0 ? "mid" : "mid wide-only"), .x(.percent(plot.x(index))),
        .y(.px(plot.base + 18))
      ) { labels[index] }
    }
  }
}

/// A level line across the chart.
struct Rule: HTML {
  let plot: Plot
  let value: Double
  let name: String
  var from: Double?
  var to: Double?

  var body: some HTML {
    line(
      .class(name), .x1(.percent(from ?? plot.left)), .x2(.percent(to ?? Plot.right)),
      .y1(.px(plot.y(value))), .y2(.px(plot.y(value))))
  }
}

/// The lines through runs of points; they stretch with the chart while words and marks do not.
struct Lines: HTML {
  let plot: Plot
  let values: [Double?]
  let breaks: [ChartBreak]
  let name: String

  var body: some HTML {
    svg(
      .x(.px(0)), .y(.px(0)), .width(.percent(100)), .height(.px(plot.height)),
      .viewBox(0, 0, plot.width, plot.height), .preserveAspectRatio("none")
    ) {
      for run in runs(values, breaks: breaks) where run.count > 1 {
        polyline(
          .class(name),
          .points(
            run.compactMap { index in
              values[index].map { Point(plot.x(index) * plot.width / 100, plot.y($0)) }
            }))
      }
    }
  }
}

/// A circle for each value, or a diamond where it is a signal.
struct Marks: HTML {
  let plot: Plot
  let values: [Double?]
  var signals: Set<Int> = []

  var body: some HTML {
    for (index, value) in values.enumerated() {
      if let value {
        if signals.contains(index) {
          svg(
            .x(.percent(plot.x(index))), .y(.px(plot.y(value))), .width(.px(1)), .height(.px(1)),
            .overflow("visible")
          ) { path(.class("signal"), .d("M0-7 7 0 0 7-7 0Z")) }
        } else {
          circle(
            .class("dot"), .cx(.percent(plot.x(index))), .cy(.px(plot.y(value))), .r(.px(3.2)))
        }
      }
    }
  }
}

/// The last value, in figures beside its mark.
struct LastValue: HTML {
  let plot: Plot
  let values: [Double?]

  /// The foot of the figure of a value.
  static func height(of value: Double, in plot: Plot) -> Double { plot.y(value) - 11 }

  var body: some HTML {
    if let index = values.lastIndex(where: { $0 != nil }), let value = values[index] {
      text_(
        .class("strong end halo"), .x(.percent(min(98.5, plot.x(index) + 1.5))),
        .y(.px(LastValue.height(of: value, in: plot)))
      ) { plot.style.text(value) }
    }
  }
}

/// Dotted lines where figures stop being comparable, with what changed.
struct Breaks: HTML {
  let plot: Plot
  let breaks: [ChartBreak]

  var body: some HTML {
    for one in breaks where one.index > 0 && one.index < plot.count {
      line(
        .class("break"), .x1(.percent(plot.x(before: one.index))),
        .x2(.percent(plot.x(before: one.index))), .y1(.px(12)), .y2(.px(plot.base)))
      text_(.class("\(side(one)) halo"), .x(.percent(plot.x(before: one.index))), .y(.px(9))) {
        one.label
      }
    }
  }

  /// Words near an edge run inwards.
  private func side(_ one: ChartBreak) -> String {
    let x = plot.x(before: one.index)
    return x < 33 ? "start" : x > 67 ? "end" : "mid"
  }
}
