internal import Geography
internal import Statistics

/// What changed from one kept map to the next: which places stayed, came and went.
///
/// A place stayed where squares of both maps overlap; the squares may be of different sizes.
struct RunComparison: Equatable {
  struct Line: Equatable {
    let spot: Hotspot
    /// The letters it had on the map before; none for a new place.
    let letters: [String]
  }

  let lines: [Line]
  /// Those of the map before that are no longer there.
  let gone: [Hotspot]

  init(_ map: HotspotMap, before: HotspotMap) {
    func meet(_ spot: Hotspot, _ other: Hotspot) -> Bool {
      spot.cells.contains { cell in
        other.cells.contains { Self.overlap(cell, map.grid, $0, before.grid) }
      }
    }
    lines = map.hotspots.map { spot in
      Line(spot: spot, letters: before.hotspots.filter { meet(spot, $0) }.map(\.letter))
    }
    gone = before.hotspots.filter { old in !map.hotspots.contains { meet($0, old) } }
  }

  private static func overlap(_ cell: Int, _ grid: Grid, _ other: Int, _ before: Grid) -> Bool {
    let (one, another) = (grid.point(cell), before.point(other))
    let apart = (grid.cell + before.cell) / 2 - 0.001
    return abs(one.easting - another.easting) < apart
      && abs(one.northing - another.northing) < apart
  }
}
