/// Finds the area each point lies in.
///
/// A raster over the areas: a cell that lies wholly in one area answers at once, only a cell that a
/// boundary crosses looks at the sides in its row. Each point belongs to exactly one area of a
/// partition: an area owns its western and southern edges and not its eastern and northern ones, so
/// that points on shared edges and corners are neither lost nor counted twice. Where areas overlap
/// the first of them has the point. Inside and outside follow the even-odd rule over all rings.
///
/// Coordinates are kept to 1/1024 m, between -262,144 m and 1,835,007 m; corners beyond are moved to
/// the edge of that range, points beyond are in no area. Within it the arithmetic is exact. Areas
/// that share an edge must share its corners, as they do in published boundaries.
///
/// A value that never changes: many threads may ask it at once.
public struct AreaIndex: Sendable {
  /// How many areas it was made of.
  public let count: Int
  private let grid: RasterGrid
  /// By cell: an area, `RasterGrid.outside`, or `RasterGrid.firstMixed` minus a place in `starts`.
  private let cells: [Int32]
  /// Where the candidates of each mixed cell begin, and their end.
  private let starts: [Int32]
  private let candidates: [AreaCandidate]
  private let sides: [FixedSide]

  /// An index over areas, which are known by their place in the list.
  ///
  /// - Parameters:
  ///   - areas: shapes; an empty one holds no point.
  ///   - limit: about how many cells the raster may have, from 1; each takes four bytes. Usually
  ///     twice the number of sides, from 2¹⁸ to 2²².
  /// - Complexity: O(sides + cells) in time and memory: 650 areas of 68,000 corners take some
  ///   ten milliseconds, 35,000 of 3,400,000 half a second.
  public init(_ areas: [MultiPolygon], cells limit: Int? = nil) {
    let sides = areas.map(FixedSide.all)
    let usual = sides.reduce(0) { $0 + 2 * $1.count }
    var builder = AreaIndexBuilder(sides, cells: limit ?? max(1 << 18, min(1 << 22, usual)))
    builder.build()
    count = areas.count
    grid = builder.grid
    cells = builder.cells
    starts = builder.starts
    candidates = builder.candidates
    self.sides = builder.sides
  }

  /// The area a point lies in, as its place in the list; `nil` for none.
  public func area(of point: GridPoint) -> Int? {
    var found = Self.none
    withTables { found = $0.area(of: point) }
    return found < 0 ? nil : Int(found)
  }

  /// The area of each point, as its place in the list; ``AreaIndex/none`` for none.
  ///
  /// - Complexity: O(points), some tens of nanoseconds each.
  public func areas(of points: [GridPoint]) -> [Int32] {
    unsafe [Int32](unsafeUninitializedCapacity: points.count) { found, count in
      withTables { tables in
        for (index, point) in points.enumerated() { unsafe found[index] = tables.area(of: point) }
      }
      count = points.count
    }
  }

  /// How many points lie in each area, and how many in none.
  public func counts(of points: [GridPoint]) -> AreaCounts {
    var counts = AreaCounts(byArea: Array(repeating: 0, count: count), inNone: 0)
    for area in areas(of: points) {
      if area < 0 { counts.inNone += 1 } else { counts.byArea[Int(area)] += 1 }
    }
    return counts
  }

  /// What stands for "in no area" in lists of areas.
  public static let none: Int32 = -1

  private func withTables(_ body: (borrowing AreaTables) -> Void) {
    unsafe cells.withUnsafeBufferPointer { cells in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe candidates.withUnsafeBufferPointer { candidates in
          unsafe sides.withUnsafeBufferPointer { sides in
            let tables = unsafe AreaTables(
              grid: grid, cells: cells, starts: starts, candidates: candidates, sides: sides)
            body(tables)
          }
        }
      }
    }
  }
}

/// How many points lie in each area.
public struct AreaCounts: Sendable, Equatable {
  /// By area, in the order of the index.
  public var byArea: [Int]
  /// In no area.
  public var inNone: Int

  /// Counts by area and of what is in none.
  public init(byArea: [Int], inNone: Int) {
    self.byArea = byArea
    self.inNone = inNone
  }
}

/// An area that has a part of a mixed cell.
struct AreaCandidate: BitwiseCopyable {
  let area: Int32
  /// Where its sides that reach into the cell's row begin and end; nowhere when it covers the whole
  /// cell.
  let firstSide: Int32
  let endSide: Int32

  init(area: Int32, sides: Range<Int32> = 0..<0) {
    self.area = area
    (firstSide, endSide) = (sides.lowerBound, sides.upperBound)
  }

  var isWhole: Bool { firstSide == endSide }
}

/// The tables of an index while it answers.
@safe private struct AreaTables {
  let grid: RasterGrid
  let cells: UnsafeBufferPointer<Int32>
  let starts: UnsafeBufferPointer<Int32>
  let candidates: UnsafeBufferPointer<AreaCandidate>
  let sides: UnsafeBufferPointer<FixedSide>

  @inline(__always)
  func area(of point: GridPoint) -> Int32 {
    guard let point = FixedPoint(point), let cell = grid.cell(of: point) else {
      return RasterGrid.outside
    }
    let value = unsafe cells[cell]
    return value > RasterGrid.firstMixed ? value : mixed(value, point)
  }

  private func mixed(_ value: Int32, _ point: FixedPoint) -> Int32 {
    let place = Int(RasterGrid.firstMixed - value)
    for index in unsafe Int(starts[place])..<Int(starts[place + 1]) {
      let candidate = unsafe candidates[index]
      if candidate.isWhole { return candidate.area }
      var isInside = false
      for side in Int(candidate.firstSide)..<Int(candidate.endSide)
      where unsafe sides[side].isMet(by: point) {
        isInside.toggle()
      }
      if isInside { return candidate.area }
    }
    return RasterGrid.outside
  }
}
