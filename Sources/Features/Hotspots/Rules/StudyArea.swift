internal import Geography
internal import Partnership
internal import Statistics

/// The land a map is of: the partnership's boroughs, and the wards that name its parts.
struct StudyArea: Sendable {
  /// Of which years the borders and the wards are; `nil` where there are none.
  struct Editions: Equatable, Codable, Sendable {
    let boroughs: Int?
    let wards: Int?
  }

  /// The outlines of the boroughs; empty where no boundaries were imported.
  let boroughs: [ShapedArea]
  let wards: [ShapedArea]

  var editions: Editions {
    Editions(boroughs: boroughs.first?.area.edition, wards: wards.first?.area.edition)
  }

  /// Square cells over the land; those whose centre lies outside it are not studied.
  ///
  /// Without an outline, cells over the points, all of them studied.
  func grid(cell: Double, over points: Points) throws -> Grid {
    guard
      let box = boroughs.compactMap(\.shape.boundingBox).reduce(
        nil, { (all: BoundingBox?, one) in all.map { $0.union(one) } ?? one })
    else { return try Grid(covering: points, cell: cell) }
    let corners = try Points(
      x: [box.minimumEasting, box.maximumEasting], y: [box.minimumNorthing, box.maximumNorthing])
    let whole = try Grid(covering: corners, cell: cell)
    let index = AreaIndex(boroughs.map(\.shape))
    return try Grid(
      west: whole.west, south: whole.south, cell: cell, columns: whole.columns, rows: whole.rows,
      mask: index.areas(of: (0..<whole.count).map(whole.point)).map { $0 != AreaIndex.none })
  }

  /// The wards points lie in, by name, each once and the commonest first.
  func names(of points: [GridPoint]) -> [String] {
    let finder = AreaFinder(wards)
    var counts: [String: Int] = [:]
    for number in finder.numbers(of: points) where number != AreaIndex.none {
      counts[finder.areas[Int(number)].name, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
