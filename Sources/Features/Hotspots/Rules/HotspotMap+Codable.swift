internal import FoundationEssentials
internal import Kernel
internal import Statistics

extension HotspotMap: Codable {
  /// The form a kept map is written in; another form needs another number and a reader of this one.
  static let format = 1
  /// The version of the method of maps that were kept without saying it.
  private static let untold = 2

  private enum CodingKeys: String, CodingKey {
    case format, parameters, land, grid, cells, hotspots, former, events, outside, unlocated,
      missing, track, hash, version
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    guard try values.decode(Int.self, forKey: .format) == Self.format else {
      throw DecodingError.dataCorruptedError(
        forKey: .format, in: values, debugDescription: "a form this program does not know")
    }
    self.init(
      parameters: try values.decode(HotspotParameters.self, forKey: .parameters),
      land: try values.decode(StudyArea.Editions.self, forKey: .land),
      grid: try values.decode(KeptGrid.self, forKey: .grid).grid(),
      cells: try values.decode([Cell].self, forKey: .cells),
      hotspots: try values.decode([Hotspot].self, forKey: .hotspots),
      former: try values.decode([FormerHotspot].self, forKey: .former),
      events: try values.decode(Int.self, forKey: .events),
      outside: try values.decode(Int.self, forKey: .outside),
      unlocated: try values.decode(Int.self, forKey: .unlocated),
      missing: try values.decode([Month].self, forKey: .missing),
      track: try values.decodeIfPresent(TrackRecord.self, forKey: .track),
      hash: try values.decode(String.self, forKey: .hash),
      version: try values.decodeIfPresent(Int.self, forKey: .version) ?? Self.untold)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.format, forKey: .format)
    try values.encode(parameters, forKey: .parameters)
    try values.encode(land, forKey: .land)
    try values.encode(KeptGrid(grid), forKey: .grid)
    try values.encode(cells, forKey: .cells)
    try values.encode(hotspots, forKey: .hotspots)
    try values.encode(former, forKey: .former)
    try values.encode(events, forKey: .events)
    try values.encode(outside, forKey: .outside)
    try values.encode(unlocated, forKey: .unlocated)
    try values.encode(missing, forKey: .missing)
    try values.encodeIfPresent(track, forKey: .track)
    try values.encode(hash, forKey: .hash)
    if version != Self.untold { try values.encode(version, forKey: .version) }
  }

  /// The map as it is kept: the same map, the same bytes.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self))
  }

  /// A kept map.
  init(bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }
}

/// A grid as it is kept: which cells are studied stands as the lengths of runs, those that are not
/// first.
private struct KeptGrid: Codable {
  let west: Double
  let south: Double
  let cell: Double
  let columns: Int
  let rows: Int
  let runs: [Int]?

  init(_ grid: Grid) {
    (west, south, cell) = (grid.west, grid.south, grid.cell)
    (columns, rows) = (grid.columns, grid.rows)
    runs = grid.mask.map { mask in
      var (runs, isStudied) = ([0], false)
      for one in mask {
        if one != isStudied {
          runs.append(0)
          isStudied = one
        }
        runs[runs.count - 1] += 1
      }
      return runs
    }
  }

  func grid() throws -> Grid {
    let mask = runs.map { runs in
      runs.enumerated().flatMap { [Bool](repeating: $0.offset % 2 == 1, count: $0.element) }
    }
    return try Grid(
      west: west, south: south, cell: cell, columns: columns, rows: rows, mask: mask)
  }
}
