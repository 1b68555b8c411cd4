/// Points sorted into square cells, so that those near one another lie together in memory.
///
/// Only cells with points are kept, in rows from the south, so that an outlier far away costs
/// nothing. Within a cell points keep their order.
struct CellOrder: Sendable {
  /// The point at each place, as an index of the input.
  let points: [Int32]
  /// Eastings by place, metres, as given.
  let x: [Double]
  /// Northings by place, metres, as given.
  let y: [Double]
  /// The first place of each cell with points, and at the end their number.
  let starts: [Int32]
  /// The number of each cell with points, ascending: `row × stride + column`.
  let keys: [UInt64]
  /// Columns of a row, and some that stay empty so that a step never ends in another row.
  let stride: UInt64
  let size: Double

  /// Steps that ``rows(from:steps:)`` may take in each direction.
  static let mostSteps = 8

  /// Sorts points.
  ///
  /// - Parameters:
  ///   - points: fewer than 2³¹.
  ///   - size: the side of a cell, metres, > 0.
  /// - Throws: ``SpaceProblem/tooFine``, ``SpaceProblem/count``.
  /// - Complexity: O(points).
  init(_ points: Points, size: Double) throws(SpaceProblem) {
    guard points.count < Int(Int32.max) else { throw .count }
    let (west, south) = (points.x.min() ?? 0, points.y.min() ?? 0)
    let most = Double(1 << 30)
    guard ((points.x.max() ?? 0) - west) / size < most,
      ((points.y.max() ?? 0) - south) / size < most
    else { throw .tooFine }
    let columns = UInt64(((points.x.max() ?? 0) - west) / size) + 1
    let stride = columns + 2 * UInt64(Self.mostSteps)
    let margin = UInt64(Self.mostSteps)
    var keyed = [Keyed](unsafeUninitializedCapacity: points.count) { keyed, count in
      for index in 0..<points.count {
        let column = UInt64((points.x[index] - west) / size) + margin
        let row = UInt64((points.y[index] - south) / size) + margin
        keyed[index] = Keyed(key: row * stride + column, point: Int32(index))
      }
      count = points.count
    }
    Keyed.sort(&keyed)
    var (keys, starts) = ([UInt64](), [Int32]())
    for (place, one) in keyed.enumerated() where place == 0 || one.key != keyed[place - 1].key {
      keys.append(one.key)
      starts.append(Int32(place))
    }
    self.points = keyed.map(\.point)
    x = keyed.map { points.x[Int($0.point)] }
    y = keyed.map { points.y[Int($0.point)] }
    self.keys = keys
    self.starts = starts + [Int32(points.count)]
    self.stride = stride
    self.size = size
  }

  /// How many cells hold points.
  var count: Int { keys.count }

  /// The places of a cell's points.
  func places(_ cell: Int) -> Range<Int> { Int(starts[cell])..<Int(starts[cell + 1]) }

  /// The places of the points of neighbouring cells: the points of a run of cells lie together.
  func places(_ cells: Range<Int>) -> Range<Int> {
    Int(starts[cells.lowerBound])..<Int(starts[cells.upperBound])
  }
}

extension CellOrder {
  /// Finds the cells around one after another, each step from where the last one stopped.
  struct Walker {
    private let steps: Int
    private var lows: [Int]
    private var highs: [Int]

    /// Walks with so many steps in each direction.
    init(steps: Int) {
      self.steps = steps
      lows = [Int](repeating: 0, count: 2 * steps + 1)
      highs = lows
    }

    /// The cells with points within the steps of a cell, in the row so many rows up.
    ///
    /// Cells are to be asked for in ascending order.
    mutating func cells(_ order: CellOrder, around cell: Int, up: Int) -> Range<Int> {
      let middle = order.keys[cell] &+ UInt64(bitPattern: Int64(up)) &* order.stride
      let (lowest, highest) = (middle &- UInt64(steps), middle &+ UInt64(steps))
      let row = up + steps
      if lows[row] == 0, highs[row] == 0 { lows[row] = order.firstCell(from: lowest) }
      while lows[row] < order.count, order.keys[lows[row]] < lowest { lows[row] += 1 }
      highs[row] = max(highs[row], lows[row])
      while highs[row] < order.count, order.keys[highs[row]] <= highest { highs[row] += 1 }
      return lows[row]..<highs[row]
    }
  }

  /// The first cell whose number is at least `key`.
  func firstCell(from key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A point with the number of its cell.
private struct Keyed {
  let key: UInt64
  let point: Int32

  /// Sorts by key, equal ones in their order: eleven bits at a time, the lowest first.
  static func sort(_ keyed: inout [Keyed]) {
    let most = keyed.reduce(0) { max($0, $1.key) }
    var shift: UInt64 = 0
    var other = keyed
    while most >> shift > 0 {
      var starts = [Int](repeating: 0, count: 2049)
      for one in keyed { starts[Int((one.key >> shift) & 2047) + 1] += 1 }
      for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
      for one in keyed {
        let digit = Int((one.key >> shift) & 2047)
        other[starts[digit]] = one
        starts[digit] += 1
      }
      swap(&keyed, &other)
      shift += 11
    }
  }
}
