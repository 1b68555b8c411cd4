internal import Geography
internal import Kernel
internal import Statistics

/// A map of hotspots: what stands out, and every cell's count.
///
/// A pure function of events, land and parameters.
struct HotspotMap: Sendable {
  let parameters: HotspotParameters
  let grid: Grid
  /// Incidents of each cell.
  let counts: [Int]
  /// Each cell's score: z of Gi\*, or incidents a square kilometre; `nan` where there is none.
  let scores: [Double]
  /// Each cell's probability under chance, corrected over all cells; empty where the method has none.
  let corrected: [Double]
  /// The largest first.
  let hotspots: [Hotspot]
  /// Incidents with a place, in the land studied.
  let events: Int
  /// Incidents with a place outside it.
  let outside: Int
  let unlocated: Int
  let missing: [Month]
  let track: TrackRecord?
  /// The hash of what it was drawn from.
  let hash: String

  /// The fewest incidents a map is drawn of.
  static let fewest = 10

  init(
    _ parameters: HotspotParameters, _ events: HotspotEvents, in area: StudyArea
  ) throws {
    let points = try events.points(in: parameters.months)
    guard Int(points.total) >= Self.fewest else {
      throw HotspotProblem.tooFew(Int(points.total))
    }
    self.parameters = parameters
    grid = try area.grid(cell: parameters.cell, over: points)
    counts = try events.counts(in: parameters.months, on: grid)
    self.events = counts.reduce(0, +)
    outside = Int(points.total) - self.events
    unlocated = events.unlocated
    missing = events.missing
    hash = events.hash
    let before = try events.counts(in: parameters.before, on: grid)
    let finding = try HotspotFinding(parameters, points, counts, grid)
    scores = finding.scores
    corrected = finding.corrected
    hotspots = finding.hotspots(counts: counts, before: before, in: area)
    track = try TrackRecord(parameters, events, grid)
  }

  /// Whether a cell belongs to a hotspot, and to which.
  var letters: [Int: String] {
    Dictionary(hotspots.flatMap { spot in spot.cells.map { ($0, spot.letter) } }) { first, _ in
      first
    }
  }
}
