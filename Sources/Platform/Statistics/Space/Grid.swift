import Glibc

/// Square cells over a plane, with those that belong to the area of study marked.
///
/// Cells are numbered row by row from the south-west corner: `row × columns + column`. A cell owns
/// its western and southern edge and not the others, so each point lies in one cell at most. Cells
/// outside the area of study hold no counts and are left out of every mean.
///
/// For example, `try Grid(west: 0, south: 0, cell: 250, columns: 200, rows: 160)`.
public struct Grid: Sendable, Equatable {
  /// More cells than this are refused.
  public static let mostCells = 100_000_000

  /// The western edge, metres.
  public let west: Double
  /// The southern edge, metres.
  public let south: Double
  /// The side of a cell, metres, > 0.
  public let cell: Double
  /// Cells from west to east, ≥ 1.
  public let columns: Int
  /// Cells from south to north, ≥ 1.
  public let rows: Int
  /// Whether each cell belongs to the area of study; `nil` where all do.
  public let mask: [Bool]?

  /// A grid.
  ///
  /// - Parameters:
  ///   - west: the western edge, metres.
  ///   - south: the southern edge, metres.
  ///   - cell: the side of a cell, metres, > 0.
  ///   - columns: from west to east, ≥ 1.
  ///   - rows: from south to north, ≥ 1.
  ///   - mask: a value for each cell, true within the area of study; `nil` for all.
  /// - Throws: ``SpaceProblem/grid``; ``SpaceProblem/unequal(_:_:)`` for a mask of another length.
  public init(
    west: Double, south: Double, cell: Double, columns: Int, rows: Int, mask: [Bool]? = nil
  ) throws(SpaceProblem) {
    let (cells, overflows) = columns.multipliedReportingOverflow(by: rows)
    guard west.isFinite, south.isFinite, cell.isFinite, cell > 0, columns > 0, rows > 0,
      !overflows, cells <= Self.mostCells
    else { throw .grid }
    if let mask, mask.count != cells { throw .unequal(cells, mask.count) }
    self.west = west
    self.south = south
    self.cell = cell
    self.columns = columns
    self.rows = rows
    self.mask = mask
  }

  /// The smallest grid, its edges at multiples of the cell size, that holds all points.
  ///
  /// - Throws: ``SpaceProblem/grid`` for a cell size not over zero or too many cells;
  ///   ``SpaceProblem/tooFew(_:atLeast:)`` without points.
  public init(covering points: Points, cell: Double) throws(SpaceProblem) {
    guard let west = points.x.min(), let east = points.x.max(), let south = points.y.min(),
      let north = points.y.max()
    else { throw .tooFew(0, atLeast: 1) }
    guard cell.isFinite, cell > 0 else { throw .grid }
    let (left, bottom) = (floor(west / cell), floor(south / cell))
    let (across, up) = (floor(east / cell) - left + 1, floor(north / cell) - bottom + 1)
    guard across * up <= Double(Self.mostCells) else { throw .grid }
    try self.init(
      west: left * cell, south: bottom * cell, cell: cell, columns: Int(across), rows: Int(up))
  }
}

extension Grid {
  /// How many cells, in the area of study or not.
  public var count: Int { columns * rows }
  /// How many cells of the area of study.
  public var studied: Int { mask?.count { $0 } ?? count }
  /// The area of one cell, square metres.
  public var cellArea: Double { cell * cell }

  /// Whether a cell belongs to the area of study.
  public func isStudied(_ index: Int) -> Bool { mask?[index] ?? true }

  /// The cell of a point; `nil` outside the grid, whether or not the cell is studied.
  public func cell(x: Double, y: Double) -> Int? {
    let (column, row) = ((x - west) / cell, (y - south) / cell)
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return Int(row) * columns + Int(column)
  }

  /// The centre of a cell, metres.
  public func centre(_ index: Int) -> (x: Double, y: Double) {
    (x: x(ofColumn: index % columns), y: y(ofRow: index / columns))
  }

  func x(ofColumn column: Int) -> Double { west + (Double(column) + 0.5) * cell }
  func y(ofRow row: Int) -> Double { south + (Double(row) + 0.5) * cell }
}
