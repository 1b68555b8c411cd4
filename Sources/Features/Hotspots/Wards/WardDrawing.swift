internal import Design
internal import Geography
internal import Markup
internal import Partnership

/// The wards shaded by their rate; those without one are hatched.
struct WardDrawing: HTML {
  let table: WardTable
  let shapes: [ShapedArea]

  private static let width = 640.0

  var body: some HTML {
    let steps = WardSteps(table.lines.compactMap { $0.rate?.value })
    if let frame {
      figure(.class("chart mapbox")) {
        figcaption {
          b { "\(table.category ?? "All incidents") per 1,000 people" }
          " "
          span(.class("quiet")) { "\(table.months.words). The table above has every figure." }
        }
        svg(
          .class("map"), .viewBox(0, 0, frame.width, frame.height), .role("img"),
          .aria("label", sentence), .width(.px(frame.width)),
          .height(.px(frame.height.rounded(.up)))
        ) {
          for (shaped, shape) in zip(shapes, simplified(frame)) {
            path(.class("area \(fill(shaped, steps))"), .d(frame.path(shape)))
          }
          for shaped in shapes {
            WardName(shaped: shaped, frame: frame, isDark: isDark(shaped, steps))
          }
        }
        WardLegend(steps: steps, hasNone: table.lines.contains { $0.rate == nil })
      }
    }
  }

  private var frame: MapFrame? {
    let boxes = shapes.compactMap(\.shape.boundingBox)
    return boxes.first.map { first in
      MapFrame(boxes.reduce(first) { $0.union($1) }, width: Self.width, margin: 4)
    }
  }

  private var sentence: String {
    let rates = table.lines.compactMap { $0.rate?.value }
    guard let low = rates.min(), let high = rates.max() else {
      return "Map of the wards: no rates."
    }
    return "Map of \(table.lines.count) wards by incidents per 1,000 people, from "
      + "\(NumberText.decimal(low)) to \(NumberText.decimal(high)). The table lists them."
  }

  private func simplified(_ frame: MapFrame) -> [MultiPolygon] {
    Simplification(tolerance: 0.5 / frame.scale).simplified(shapes.map(\.shape))
  }

  private func rate(_ shaped: ShapedArea) -> Double? {
    table.lines.first { $0.area.code == shaped.area.code }?.rate?.value
  }

  private func fill(_ shaped: ShapedArea, _ steps: WardSteps) -> String {
    rate(shaped).map { "s\(steps.step($0))" } ?? "supp"
  }

  private func isDark(_ shaped: ShapedArea, _ steps: WardSteps) -> Bool {
    rate(shaped).map { steps.step($0) >= 3 } ?? false
  }
}

private struct WardName: HTML {
  let shaped: ShapedArea
  let frame: MapFrame
  let isDark: Bool

  var body: some HTML {
    if let point = shaped.shape.pointOnSurface {
      text_(
        .class(isDark ? "place sm mid on-dark" : "place sm mid"),
        .x(.px(frame.place(point).x)), .y(.px(frame.place(point).y))
      ) { shaped.area.name }
    }
  }
}

private struct WardLegend: HTML {
  let steps: WardSteps
  let hasNone: Bool

  var body: some HTML {
    ul(.class("legend"), .role("list")) {
      for step in 0...steps.starts.count { LegendSquare(kind: "s\(step)", words: words(step)) }
      if hasNone { LegendSquare(kind: "supp", words: "No rate: too few, or no estimate") }
    }
  }

  private func words(_ step: Int) -> String {
    let starts = steps.starts.map { NumberText.decimal($0) }
    if starts.isEmpty { return "All alike" }
    switch step {
    case 0: return "Under \(starts[0])"
    case starts.count: return "\(starts[step - 1]) or more"
    default: return "\(starts[step - 1]) to under \(starts[step])"
    }
  }
}
