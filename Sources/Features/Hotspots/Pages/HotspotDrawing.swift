internal import Design
internal import Geography
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// The map: squares shaded by their incidents, what stands out in an outline with its letter, wards.
struct HotspotDrawing: HTML {
  let map: HotspotMap
  let area: StudyArea

  private static let width = 460.0
  private static let margin = 6.0

  var body: some HTML {
    figure(.class("chart")) {
      figcaption {
        b { map.headline }
        " "
        span(.class("quiet")) { about }
      }
      div(.class("mapbox")) { drawing }
      ul(.class("legend"), .role("list")) {
        for step in 0...4 { LegendSquare(kind: "s\(step)", words: words(of: step)) }
        if !map.hotspots.isEmpty { LegendLine(kind: "edge", words: "Stands out, with its letter") }
        if !area.wards.isEmpty { LegendLine(kind: "ward-key", words: "Ward boundary") }
      }
    }
  }

  private var about: String {
    "\(NumberText.whole(map.events)) incidents, \(map.monthsWords), in squares of "
      + "\(NumberText.whole(Int(map.parameters.cell))) m."
  }

  private var sentence: String {
    let spots = map.hotspots.map { "\($0.letter), \($0.count) incidents, \($0.place)" }
    return "Map of \(map.grid.studied) squares. " + map.headline
      + (spots.isEmpty ? "." : ": " + spots.joined(separator: "; ") + ".")
      + " The table lists them."
  }

  private var drawing: some HTML {
    let frame = self.frame
    let counts = map.counts
    let cells = counts.indices.filter { map.grid.isStudied($0) }
    return svg(
      .class("map"), .viewBox(0, 0, frame.width, frame.height), .role("img"),
      .aria("label", sentence), .width(.percent(100)), .height(.percent(100))
    ) {
      for cell in cells {
        CellSquare(grid: map.grid, cell: cell, count: counts[cell], frame: frame, mean: mean)
      }
      for ward in area.wards { path(.class("ward"), .d(frame.path(ward.shape))) }
      for spot in map.hotspots { HotspotOutline(map: map, spot: spot, frame: frame) }
    }
  }

  private var frame: MapFrame {
    let (grid, cell) = (map.grid, map.grid.cell)
    let land = BoundingBox(
      from: GridPoint(easting: grid.west, northing: grid.south),
      to: GridPoint(
        easting: grid.west + Double(grid.columns) * cell,
        northing: grid.south + Double(grid.rows) * cell))
    return MapFrame(land, width: Self.width, margin: Self.margin)
  }

  private var mean: Double { map.mean }

  private func words(of step: Int) -> String {
    switch step {
    case 0: "None"
    case 1: "Up to the average of \(NumberText.decimal(mean))"
    case 2: "Up to twice"
    case 3: "Up to four times"
    default: "More"
    }
  }
}

/// A square in the shade of its count.
struct CellSquare: HTML {
  let grid: Grid
  let cell: Int
  let count: Int
  let frame: MapFrame
  let mean: Double

  var body: some HTML {
    let centre = grid.centre(cell)
    let half = grid.cell / 2
    let corner = frame.place(GridPoint(easting: centre.x - half, northing: centre.y + half))
    let side = grid.cell * frame.scale
    return rect(
      .class("cell s\(Self.step(count, mean: mean))"), .x(.px(corner.x)),
      .y(.px(corner.y)), .width(.px(side)), .height(.px(side)))
  }

  /// The shade of a count: none, up to the mean, up to twice, up to four times, more.
  static func step(_ count: Int, mean: Double) -> Int {
    switch Double(count) {
    case 0: 0
    case ...mean: 1
    case ...(2 * mean): 2
    case ...(4 * mean): 3
    default: 4
    }
  }
}

/// What stands out, in a line with its letter.
private struct HotspotOutline: HTML {
  let map: HotspotMap
  let spot: Hotspot
  let frame: MapFrame

  var body: some HTML {
    let centre = frame.place(spot.centre)
    path(.class("edge"), .d(frame.path(map.shape(of: spot))))
    text_(.class("mid place"), .x(.px(centre.x)), .y(.px(centre.y + 4))) { spot.letter }
  }
}

/// What a line means.
struct LegendLine: HTML {
  let kind: String
  let words: String

  var body: some HTML {
    li {
      svg(.viewBox(0, 0, 24, 14), .width(.px(24)), .height(.px(14)), .aria("hidden", "true")) {
        path(.class(kind), .d("M0 7h24"))
      }
      words
    }
  }
}
