/// Square cells over a box, their size a power of two so that a shift finds them.
struct RasterGrid: BitwiseCopyable {
  /// The value of a cell no area reaches.
  static let outside: Int32 = -1
  /// The value of the first mixed cell; the others are below it.
  static let firstMixed: Int32 = -2
  /// The south-western corner.
  let originX: Int32
  let originY: Int32
  let shift: Int32
  let columns: Int
  let rows: Int

  /// Cells over all sides, as small as a number of them allows.
  init(_ areas: [[FixedSide]], cells limit: Int) {
    var (left, right, bottom, top) = (Int32.max, Int32.min, Int32.max, Int32.min)
    for side in areas.joined() {
      left = min(left, side.low.x, side.high.x)
      right = max(right, side.low.x, side.high.x)
      bottom = min(bottom, side.low.y)
      top = max(top, side.high.y)
    }
    guard left <= right else {
      (originX, originY, shift, columns, rows) = (0, 0, 0, 0, 0)
      return
    }
    let (width, height) = (right - left, top - bottom)
    // Cells under a metre are of no use.
    var shift: Int32 = 10
    while (Int(width >> shift) + 1) * (Int(height >> shift) + 1) > max(1, limit), shift < 31 {
      shift += 1
    }
    self.shift = shift
    (originX, originY) = (left, bottom)
    columns = Int(width >> shift) + 1
    rows = Int(height >> shift) + 1
  }

  /// The cell a point lies in; `nil` outside the box.
  @inline(__always)
  func cell(of point: FixedPoint) -> Int? {
    // A difference below zero becomes a large number, which is beyond the box too.
    let column = Int(UInt32(bitPattern: point.x &- originX) >> UInt32(shift))
    let row = Int(UInt32(bitPattern: point.y &- originY) >> UInt32(shift))
    guard column < columns, row < rows else { return nil }
    return row &* columns &+ column
  }

  /// The columns between two coordinates.
  func columns(_ left: Int32, _ right: Int32) -> ClosedRange<Int> {
    Int((left - originX) >> shift)...Int((right - originX) >> shift)
  }

  /// The rows in which a side can be met, or lies when it is level.
  func rows(of side: FixedSide) -> ClosedRange<Int> {
    let top = max(side.low.y, side.high.y - 1)
    return Int((side.low.y - originY) >> shift)...Int((top - originY) >> shift)
  }

  /// The columns a side passes in a row, and perhaps one beside them.
  func columns(of side: FixedSide, in row: Int) -> ClosedRange<Int> {
    let (left, right) = (min(side.low.x, side.high.x), max(side.low.x, side.high.x))
    guard side.low.y < side.high.y else { return columns(left, right) }
    let bottom = Double(originY) + Double(row << Int(shift))
    let slope = (Double(side.high.x) - Double(side.low.x)) / Double(side.high.y - side.low.y)
    let size = Double(1 << Int(shift))
    let start = max(bottom, Double(side.low.y)) - Double(side.low.y)
    let end = min(bottom + size, Double(side.high.y)) - Double(side.low.y)
    let (one, other) = (slope * start, slope * end)
    // Two units more on each side are more than rounding can take away.
    let from = Double(side.low.x) + min(one, other) - 2
    let to = Double(side.low.x) + max(one, other) + 2
    return columns(max(left, Int32(from)), min(right, Int32(to)))
  }

  /// The middle of a cell.
  func middle(column: Int, row: Int) -> FixedPoint {
    let half = (1 << Int(shift)) >> 1
    return FixedPoint(
      x: Int32(clamping: Int(originX) + column << Int(shift) + half),
      y: Int32(clamping: Int(originY) + row << Int(shift) + half))
  }
}
