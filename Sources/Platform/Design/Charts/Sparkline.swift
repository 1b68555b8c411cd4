public import Markup

/// The course of some values in the height of a line; never the only view of them.
public struct Sparkline: HTML {
  private let values: [Double?]
  private let name: String
  private let style: NumberStyle
  private let period: String

  /// Values in order, oldest first, of what `label` names; missing ones are gaps.
  public init(
    _ values: [Double?], _ label: String, style: NumberStyle = .whole, period: String = "month"
  ) {
    self.values = values
    name = label
    self.style = style
    self.period = period
  }

  private static let height = 34.0

  /// The line with its last point marked, or words where there are fewer than two values.
  public var body: some HTML {
    let present = values.compactMap(\.self).filter(\.isFinite)
    if let low = present.min(), let high = present.max(), let last = present.last, present.count > 1
    {
      svg(
        .class("spark"), .role("img"), .width(.px(144)), .height(.px(Sparkline.height)),
        .aria(
          "label",
          "\(name), \(present.count) \(period)s, lowest \(style.text(low)), "
            + "highest \(style.text(high)), latest \(style.text(last))")
      ) {
        line(.class("base"), .x1(.px(0)), .x2(.percent(100)), .y1(.px(33)), .y2(.px(33)))
        svg(
          .x(.px(0)), .y(.px(0)), .width(.percent(100)), .height(.px(Sparkline.height)),
          .viewBox(0, 0, 100, Sparkline.height), .preserveAspectRatio("none")
        ) {
          for run in runs(values, breaks: []) {
            polyline(.class("line-1"), .points(run.compactMap { place($0, low, high) }))
          }
        }
        if let index = values.lastIndex(where: { $0 != nil }), let end = place(index, low, high) {
          circle(.class("dot-now"), .cx(.percent(end.x)), .cy(.px(end.y)), .r(.px(3.5)))
        }
      }
    } else {
      span(.class("quiet xs")) { "Too few \(period)s to draw" }
    }
  }

  private func place(_ index: Int, _ low: Double, _ high: Double) -> Point? {
    guard let value = values[index] else { return nil }
    let x = values.count < 2 ? 50 : 4 + 92 * Double(index) / Double(values.count - 1)
    let y = high > low ? 30 - 26 * (value - low) / (high - low) : 17
    return Point(x, y)
  }
}
