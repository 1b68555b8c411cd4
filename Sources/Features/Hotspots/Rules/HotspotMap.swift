internal import Geography
internal import Kernel
internal import Statistics

/// A map of hotspots: what stands out, and every cell with incidents.
///
/// A pure function of events, land and parameters.
struct HotspotMap: Equatable, Sendable {
  /// A cell with incidents, or that stands out.
  struct Cell: Equatable, Codable, Sendable {
    let number: Int
    let count: Int
    /// z of Gi\*, or incidents a square kilometre; `nil` where there is none.
    let score: Double?
    /// Its probability under chance, corrected over all cells; `nil` where the method has none.
    let corrected: Double?
  }

  let parameters: HotspotParameters
  /// The years of the borders and of the wards; `nil` where none were imported.
  let land: StudyArea.Editions
  let grid: Grid
  /// By number.
  let cells: [Cell]
  /// The largest first.
  let hotspots: [Hotspot]
  /// What stood out most of the time, and no longer does.
  let former: [FormerHotspot]
  /// Incidents with a place, in the land studied.
  let events: Int
  /// Incidents with a place outside it.
  let outside: Int
  let unlocated: Int
  let missing: [Month]
  let track: TrackRecord?
  /// The hash of what it was drawn from.
  let hash: String
  /// The version of the method it was drawn by.
  var version = HotspotParameters.version

  /// The fewest incidents a map is drawn of.
  static let fewest = 10

  /// Incidents of a cell of the land, on average.
  var mean: Double { Double(events) / Double(max(1, grid.studied)) }

  /// Incidents of each cell of the grid.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: grid.count)
    for cell in cells { counts[cell.number] = cell.count }
    return counts
  }

  /// Which hotspot a cell belongs to, where it belongs to one.
  var letters: [Int: String] {
    guard parameters.method != .clusters else { return [:] }
    return Dictionary(hotspots.flatMap { spot in spot.cells.map { ($0, spot.letter) } }) {
      first, _ in first
    }
  }

  /// The shape of a hotspot: its cells, or a circle round a cluster.
  func shape(of spot: Hotspot) -> MultiPolygon {
    guard parameters.method == .clusters else { return grid.outline(spot.cells) }
    return MultiPolygon(around: spot.centre, radius: max(spot.radius, grid.cell / 2))
  }
}
