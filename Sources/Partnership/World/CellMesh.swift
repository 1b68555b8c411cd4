import Geography
import Kernel

/// A patch of hexagonal cells that share their corners, so that areas made of cells meet without a
/// gap and without an overlap.
///
/// Corners are told apart by whole numbers of a lattice, in which a cell's centre lies at
/// (2 × column, 3 × row), and are moved about by chance once the areas are known.
struct CellMesh {
  /// A place of the lattice.
  struct Spot: Hashable {
    let x: Int
    let y: Int
  }

  /// Metres between the centres of neighbours.
  let pitch: Double
  let origin: GridPoint
  /// The centres of the cells, in the lattice.
  let cells: [Spot]
  private let numbers: [Spot: Int]

  /// The cells whose centres are inside.
  init(
    around origin: GridPoint, radius: Double, pitch: Double, where isInside: (GridPoint) -> Bool
  ) {
    self.pitch = pitch
    self.origin = origin
    let (columns, rows) = (Int(radius / pitch) + 1, Int(radius * 1.155 / pitch) + 1)
    var cells: [Spot] = []
    for row in -rows...rows {
      for column in -columns...columns {
        let spot = Spot(x: 2 * column + (row & 1), y: 3 * row)
        if isInside(Self.point(spot, origin, pitch)) { cells.append(spot) }
      }
    }
    self.cells = cells
    numbers = Dictionary(
      zip(cells, cells.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a spot of the lattice lies, before anything is moved.
  func point(_ spot: Spot) -> GridPoint { Self.point(spot, origin, pitch) }

  private static func point(_ spot: Spot, _ origin: GridPoint, _ pitch: Double) -> GridPoint {
    GridPoint(
      easting: origin.easting + Double(spot.x) * pitch / 2,
      northing: origin.northing + Double(spot.y) * pitch * 0.288_675)
  }

  /// A side of a cell, run anticlockwise, and the cell beyond it.
  struct Side {
    let from: Spot
    let to: Spot
    let beyond: Int?
  }

  private static let corners = [(1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)]
  private static let neighbours = [(2, 0), (1, 3), (-1, 3), (-2, 0), (-1, -3), (1, -3)]

  /// The six sides of a cell.
  func sides(of cell: Int) -> [Side] {
    let centre = cells[cell]
    return (0..<6).map { index in
      let (from, to) = (Self.corners[index], Self.corners[(index + 1) % 6])
      let next = Self.neighbours[index]
      return Side(
        from: Spot(x: centre.x + from.0, y: centre.y + from.1),
        to: Spot(x: centre.x + to.0, y: centre.y + to.1),
        beyond: numbers[Spot(x: centre.x + next.0, y: centre.y + next.1)])
    }
  }

  /// The sides of each area's edge, by where they begin; `owner` has the area of each cell.
  func edges(of owner: [Int], areas: Int) -> [[Spot: Spot]] {
    var edges = Array(repeating: [Spot: Spot](), count: areas)
    for cell in cells.indices {
      for side in sides(of: cell) where side.beyond.map({ owner[$0] }) != owner[cell] {
        edges[owner[cell]][side.from] = side.to
      }
    }
    return edges
  }
}
