internal import Geography
internal import Partnership
internal import Statistics

/// The land a map is of: the partnership's boroughs, and the wards that name its parts.
struct StudyArea: Sendable {
  /// The outlines of the boroughs; empty where no boundaries were imported.
  let boroughs: [ShapedArea]
  let wards: [ShapedArea]

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
    let centres = (0..<whole.count).map { cell in
      let centre = whole.centre(cell)
      return GridPoint(easting: centre.x, northing: centre.y)
    }
    return try Grid(
      west: whole.west, south: whole.south, cell: cell, columns: whole.columns, rows: whole.rows,
      mask: index.areas(of: centres).map { $0 != AreaIndex.none })
  }

  /// The ward a point lies in, by name.
  func wardNames(of points: [GridPoint]) -> [String?] {
    let finder = AreaFinder(wards)
    return finder.numbers(of: points).map { number in
      number == AreaIndex.none ? nil : finder.areas[Int(number)].name
    }
  }
}
