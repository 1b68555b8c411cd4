internal import Design
internal import Geography
internal import Markup
internal import Partnership

/// A map of areas, drawn on the server; the table beside it says the same in words.
struct AreaMap: HTML {
  let title: String
  let about: String
  let lines: [AreaLine]
  /// The code of the one area that is meant; all of them where `nil`.
  var chosen: String?

  /// Units the drawing is wide.
  private static let width = 640.0
  /// Areas up to which names are written on them.
  private static let mostNames = 30

  var body: some HTML {
    let steps = DensitySteps(lines)
    if let frame {
      figure(.class("chart mapbox")) {
        figcaption {
          b { title }
          " "
          span(.class("quiet")) { about }
        }
        svg(
          .class("map"), .role("img"), .aria("label", "\(title). \(about)"),
          .viewBox(0, 0, frame.width, frame.height), .width(.px(frame.width)),
          .height(.px(frame.height.rounded(.up)))
        ) {
          for (line, shape) in zip(seen(frame), simplified(frame)) {
            path(.class("area \(fill(line, steps))"), .d(frame.path(shape)))
          }
          if seen(frame).count <= Self.mostNames {
            for line in seen(frame) {
              AreaName(line: line, frame: frame, isDark: isDark(line, steps))
            }
          }
        }
        if chosen == nil, !steps.starts.isEmpty { StepLegend(steps: steps) }
      }
    }
  }

  private var frame: MapFrame? {
    let wanted = chosen == nil ? lines : lines.filter { $0.shaped.area.code == chosen }
    let boxes = wanted.compactMap(\.shaped.shape.boundingBox)
    guard let first = boxes.first else { return nil }
    let box = boxes.dropFirst().reduce(first) { $0.union($1) }
    guard chosen != nil else { return MapFrame(box, width: Self.width, margin: 4) }
    // The neighbours are seen around the one that is meant.
    let whole = lines.compactMap(\.shaped.shape.boundingBox).reduce(first) { $0.union($1) }
    let room = max(box.width, box.height) * 0.6
    let around = box.expanded(by: min(room, max(whole.width, whole.height)))
    return MapFrame(around, width: Self.width, margin: 4)
  }

  /// The shapes with as few corners as the drawing can show.
  private func simplified(_ frame: MapFrame) -> [MultiPolygon] {
    Simplification(tolerance: 0.5 / frame.scale).simplified(
      seen(frame).map(\.shaped.shape))
  }

  /// The areas of which something is in the frame.
  private func seen(_ frame: MapFrame) -> [AreaLine] {
    lines.filter { $0.shaped.shape.boundingBox.map(frame.box.intersects) == true }
  }

  private func isDark(_ line: AreaLine, _ steps: DensitySteps) -> Bool {
    guard let chosen else { return (steps.step(line) ?? 0) >= 3 }
    return line.shaped.area.code == chosen
  }

  private func fill(_ line: AreaLine, _ steps: DensitySteps) -> String {
    if let chosen { return line.shaped.area.code == chosen ? "s3" : "s0" }
    return "s\(steps.step(line) ?? 0)"
  }
}

/// The name of an area, written where it surely lies in it.
private struct AreaName: HTML {
  let line: AreaLine
  let frame: MapFrame
  let isDark: Bool

  var body: some HTML {
    if let point = line.shaped.shape.pointOnSurface {
      text_(
        .class(isDark ? "place sm mid on-dark" : "place sm mid"),
        .x(.px(frame.place(point).x)), .y(.px(frame.place(point).y))
      ) { line.shaped.area.name }
    }
  }
}

/// What the steps of a map stand for.
private struct StepLegend: HTML {
  let steps: DensitySteps

  var body: some HTML {
    ul(.class("legend"), .role("list")) {
      for step in 0...4 {
        li {
          svg(.viewBox(0, 0, 24, 14), .width(.px(24)), .height(.px(14)), .aria("hidden", "true")) {
            rect(.class("key s\(step)"), .width(.px(24)), .height(.px(14)))
          }
          words(step)
        }
      }
    }
  }

  private func words(_ step: Int) -> String {
    let starts = steps.starts.map { NumberText.whole(Int($0.rounded())) }
    switch step {
    case 0: return "Under \(starts[0]) people to the square kilometre"
    case 4: return "\(starts[3]) or more"
    default: return "\(starts[step - 1]) to under \(starts[step])"
    }
  }
}
