public import Markup

/// Areas of different sizes beside each other, with the limits that chance gives each size.
///
/// Those beyond the outer limits are named and drawn as diamonds; the others are circles, since
/// which of them stands higher says nothing.
public struct FunnelChart: HTML {
  /// One area.
  public struct Area: Sendable {
    let label: String
    let size: Double
    let value: Double
    let isOutside: Bool

    /// An area of a size, ≥ 0, with its value, and whether it is beyond the outer limits.
    public init(_ label: String, size: Double, value: Double, isOutside: Bool) {
      self.label = label
      self.size = size
      self.value = value
      self.isOutside = isOutside
    }
  }

  /// The limits of one size.
  public struct Limits: Sendable {
    let size: Double
    let inner: ClosedRange<Double>
    let outer: ClosedRange<Double>

    /// The limits of an area of a size.
    public init(size: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
      self.size = size
      self.inner = inner
      self.outer = outer
    }
  }

  private static let height = 340.0

  private let title: String
  private let about: String
  private let across: String
  private let areas: [Area]
  private let limits: [Limits]
  private let centre: Double
  private let style: NumberStyle
  private let table: DataTable

  /// A funnel under a headline.
  ///
  /// - Parameters:
  ///   - title: the finding.
  ///   - about: what is counted, of what, and when.
  ///   - across: what the size of an area is, such as "Residents".
  ///   - areas: the areas; the order does not matter.
  ///   - limits: of some sizes, the smallest first, to draw the funnel through.
  ///   - centre: what the areas are held against.
  ///   - style: how values are written.
  ///   - table: the same figures.
  public init(
    title: String, about: String, across: String, areas: [Area], limits: [Limits], centre: Double,
    style: NumberStyle, table: DataTable
  ) {
    self.title = title
    self.about = about
    self.across = across
    self.areas = areas
    self.limits = limits
    self.centre = centre
    self.style = style
    self.table = table
  }

  /// The chart with its table.
  public var body: some HTML {
    let plane = Plane(areas, limits, height: FunnelChart.height, style)
    return ChartFigure(
      title: title, about: about, sentence: sentence, height: FunnelChart.height,
      legend: [
        LegendEntry(.line, "An area"), LegendEntry(.signal, "Beyond the outer limits"),
        LegendEntry(.limit, "Limits: 95 and 99.8 of 100 areas alike lie within"),
        LegendEntry(.previous, "All areas together"),
      ], table: table
    ) {
      PlaneFrame(plane: plane, across: across)
      FunnelLines(plane: plane, limits: limits, centre: centre)
      for area in areas { AreaMark(plane: plane, area: area) }
    }
  }

  private var sentence: String {
    let outside = areas.filter(\.isOutside).map { "\($0.label) \(style.text($0.value))" }
    return "Funnel plot of \(areas.count) areas around \(style.text(centre)). "
      + (outside.isEmpty
        ? "None is beyond the outer limits."
        : "Beyond the outer limits: \(outside.joined(separator: ", ")).")
  }
}

/// Where sizes and values stand in the chart.
private struct Plane {
  let across: Axis
  let up: Axis
  let height: Double
  let style: NumberStyle

  private static let left = 11.0
  private static let right = 97.0

  init(
    _ areas: [FunnelChart.Area], _ limits: [FunnelChart.Limits], height: Double,
    _ style: NumberStyle
  ) {
    across = Axis(areas.map(\.size) + [0], fromNought: true)
    // The mouth of the funnel is left out where it would press the areas together.
    let most = (areas.map(\.value).max() ?? 1) * 1.4
    up = Axis(areas.map(\.value) + limits.map { min($0.outer.upperBound, most) }, fromNought: true)
    self.height = height
    self.style = style
  }

  var base: Double { height - 40 }
  func x(_ size: Double) -> Double {
    Plane.left + (Plane.right - Plane.left) * across.share(size)
  }
  func y(_ value: Double) -> Double {
    base - (base - 22) * min(1.02, max(0, up.share(value)))
  }
  var left: Double { Plane.left }
  var right: Double { Plane.right }
}

private struct PlaneFrame: HTML {
  let plane: Plane
  let across: String

  var body: some HTML {
    for tick in plane.up.ticks {
      line(
        .class("grid"), .x1(.percent(plane.left)), .x2(.percent(plane.right)),
        .y1(.px(plane.y(tick))), .y2(.px(plane.y(tick))))
      text_(.class("end"), .x(.percent(plane.left - 1.2)), .y(.px(plane.y(tick) + 4))) {
        plane.style.text(tick: tick, step: plane.up.step)
      }
    }
    line(
      .class("axis"), .x1(.percent(plane.left)), .x2(.percent(plane.right)),
      .y1(.px(plane.base)), .y2(.px(plane.base)))
    for (order, tick) in plane.across.ticks.enumerated() {
      text_(
        .class(order % 2 == 0 ? "mid" : "mid wide-only"), .x(.percent(plane.x(tick))),
        .y(.px(plane.base + 18))
      ) { NumberStyle.whole.text(tick: tick, step: plane.across.step) }
    }
    text_(.class("mid"), .x(.percent(50)), .y(.px(plane.base + 36))) { across }
  }
}

private struct FunnelLines: HTML {
  let plane: Plane
  let limits: [FunnelChart.Limits]
  let centre: Double

  var body: some HTML {
    svg(
      .x(.px(0)), .y(.px(0)), .width(.percent(100)), .height(.px(plane.height)),
      .viewBox(0, 0, 100, plane.height), .preserveAspectRatio("none")
    ) {
      curve { $0.outer.upperBound }
      curve { $0.outer.lowerBound }
      curve { $0.inner.upperBound }
      curve { $0.inner.lowerBound }
    }
    line(
      .class("line-2"), .x1(.percent(plane.left)), .x2(.percent(plane.right)),
      .y1(.px(plane.y(centre))), .y2(.px(plane.y(centre))))
  }

  private func curve(_ value: (FunnelChart.Limits) -> Double) -> some HTML {
    polyline(
      .class("funnel"), .points(limits.map { Point(plane.x($0.size), plane.y(value($0))) }))
  }
}

private struct AreaMark: HTML {
  let plane: Plane
  let area: FunnelChart.Area

  var body: some HTML {
    if area.isOutside {
      svg(
        .x(.percent(plane.x(area.size))), .y(.px(plane.y(area.value))), .width(.px(1)),
        .height(.px(1)), .overflow("visible")
      ) { path(.class("signal"), .d("M0-7 7 0 0 7-7 0Z")) }
      text_(
        .class(isAtRight ? "end strong halo wide-only" : "strong halo wide-only"),
        .x(.percent(plane.x(area.size) + (isAtRight ? -1.4 : 1.4))),
        .y(.px(plane.y(area.value) + 4))
      ) { area.label }
    } else {
      circle(
        .class("dot"), .cx(.percent(plane.x(area.size))), .cy(.px(plane.y(area.value))),
        .r(.px(4)))
    }
  }

  private var isAtRight: Bool { plane.x(area.size) > 60 }
}
