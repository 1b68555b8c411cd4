import Glibc

/// How densely points lie: a smooth surface over the cells of a grid, in events per square metre.
///
/// Each event is spread over its surroundings by a kernel whose volume is 1, and the values are
/// those at the centres of the cells. They are sums over events, not divided by their number, so
/// that values × the area of a cell add up to about the number of events; what falls beyond the
/// edge is lost to the sum. Points outside the grid count where they reach into it.
///
/// The reach (bandwidth) decides how the surface looks far more than the kernel does: state it with
/// every map. Near the border of a force's area the values are too low, as the events beyond it are
/// missing. A density is no rate: where more people are, more happens.
///
/// - Note: Bailey & Gatrell 1995, *Interactive Spatial Data Analysis*; Chainey & Ratcliffe 2005,
///   *GIS and Crime Mapping*: 150 to 300 m in dense towns, cells of at most a third of it.
public struct KernelDensity: Sendable {
  /// The cells.
  public let grid: Grid
  /// Events per square metre at the centre of each cell; `nan` in cells that are not studied.
  public let values: [Double]

  init(grid: Grid, values: [Double]) {
    self.grid = grid
    guard let mask = grid.mask else {
      self.values = values
      return
    }
    self.values = zip(values, mask).map { $1 ? $0 : .nan }
  }

  /// The highest value of a studied cell; 0 without events.
  public var peak: Double { values.reduce(0) { $1 > $0 ? $1 : $0 } }

  /// Events under the surface of the studied cells: the values times the area of a cell.
  public var volume: Double {
    values.reduce(0) { $1.isNaN ? $0 : $0 + $1 } * grid.cellArea
  }

  /// Adds up rows that were worked out in bands.
  static func bands(
    of grid: Grid, ends: [Int], threads: Int,
    _ rows: @escaping @Sendable (Range<Int>) -> [Double]
  ) -> [Double] {
    let bands = zip([0] + ends, ends).map { $0..<$1 }.filter { !$0.isEmpty }
    let parts = Parallel.map(bands.count, threads: threads) { rows(bands[$0]) }
    return parts.count == 1 ? parts[0] : Array(parts.joined())
  }
}
