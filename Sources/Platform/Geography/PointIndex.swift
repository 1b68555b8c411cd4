/// Finds the points nearest to a place.
///
/// Square cells of about two points each, looked through outwards from the place. A value that never
/// changes: many threads may ask it at once.
public struct PointIndex: Sendable {
  /// A point that was found.
  public struct Found: Sendable, Equatable {
    /// Its place in the list.
    public let index: Int
    /// Metres from the place asked for.
    public let distance: Double
  }

  private let points: [GridPoint]
  private let box: BoundingBox
  private let size: Double
  private let columns: Int
  private let rows: Int
  private let starts: [Int32]
  /// Places in the list, cell by cell.
  private let sorted: [Int32]

  /// An index over points, which are known by their place in the list; those not finite are never
  /// found.
  ///
  /// - Complexity: O(points).
  public init(_ points: [GridPoint]) {
    self.points = points
    let finite = points.indices.filter {
      points[$0].easting.isFinite && points[$0].northing.isFinite
    }
    let nowhere = GridPoint(easting: 0, northing: 0)
    let box =
      BoundingBox(finite.lazy.map { points[$0] }) ?? BoundingBox(from: nowhere, to: nowhere)
    let count = Double(max(1, finite.count))
    // Two points a cell, and never more cells along a side than points.
    let size = max(
      (box.width * box.height * 2 / count).squareRoot(), max(box.width, box.height) / count, 1)
    self.box = box
    self.size = size
    columns = Int(box.width / size) + 1
    rows = Int(box.height / size) + 1
    let width = columns
    let cells = finite.map { index in
      Int((points[index].northing - box.minimumNorthing) / size) * width
        + Int((points[index].easting - box.minimumEasting) / size)
    }
    var next = [Int32](repeating: 0, count: columns * rows + 1)
    for cell in cells { next[cell + 1] += 1 }
    for cell in 1..<next.count { next[cell] += next[cell - 1] }
    starts = next
    var sorted = [Int32](repeating: 0, count: finite.count)
    for (index, cell) in zip(finite, cells) {
      sorted[Int(next[cell])] = Int32(index)
      next[cell] += 1
    }
    self.sorted = sorted
  }

  /// The nearest points, the nearest first and the first in the list where two are as near.
  ///
  /// - Parameters:
  ///   - place: where to look from.
  ///   - count: how many at most, from 0.
  ///   - radius: metres beyond which no point is given.
  /// - Returns: fewer than `count` where there are no more; none for a place that is not finite.
  /// - Complexity: O(count × log count) for points spread evenly.
  public func nearest(
    to place: GridPoint, count: Int = 1, within radius: Double = .infinity
  ) -> [Found] {
    guard place.easting.isFinite, place.northing.isFinite, count > 0, !sorted.isEmpty else {
      return []
    }
    let middle = (column: column(of: place.easting), row: row(of: place.northing))
    var found: [Found] = []
    for ring in 0...max(columns, rows) {
      // Whatever lies in this ring of cells or beyond is at least so far away.
      let least = Double(ring - 1) * size
      if least > radius { break }
      if found.count >= count, found[count - 1].distance < least { break }
      for cell in cells(around: middle, ring) {
        for index in sorted[Int(starts[cell])..<Int(starts[cell + 1])] {
          let distance = points[Int(index)].distance(to: place)
          if distance <= radius { found.append(Found(index: Int(index), distance: distance)) }
        }
      }
      found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
      if found.count > count { found.removeLast(found.count - count) }
    }
    return found
  }

  /// The cells whose larger distance in columns or rows is `ring`.
  private func cells(around middle: (column: Int, row: Int), _ ring: Int) -> [Int] {
    var cells: [Int] = []
    for row in max(0, middle.row - ring)...min(rows - 1, middle.row + ring) {
      let isEdge = abs(row - middle.row) == ring
      let step = isEdge || ring == 0 ? 1 : 2 * ring
      for column in stride(from: middle.column - ring, through: middle.column + ring, by: step)
      where column >= 0 && column < columns {
        cells.append(row * columns + column)
      }
    }
    return cells
  }

  /// The column of a place, the outermost for one outside the box.
  private func column(of easting: Double) -> Int {
    Int(max(0, min(Double(columns - 1), (easting - box.minimumEasting) / size)))
  }

  private func row(of northing: Double) -> Int {
    Int(max(0, min(Double(rows - 1), (northing - box.minimumNorthing) / size)))
  }
}
