/// How many rows there are of every combination of the codes of some columns.
///
/// A cell's place is worked out from its codes (row-major: the last column runs fastest), a block of
/// rows and a column at a time, and its count kept at that place. Where the combinations are
/// more than ``mostPlaces`` the places are sorted and only those with rows are kept.
///
/// For example, `CubeCounts([months, areas, categories])?[3, 120, 7]`.
///
/// - Note: radix grouping over dictionary codes; Manegold, Boncz & Kersten 2000, *VLDB Journal* 9.
public struct CubeCounts: Sendable, Equatable {
  /// The most combinations that are kept one by one: 64 MB.
  public static let mostPlaces = 1 << 24
  /// Rows worked on at a time, so that their places stay in the nearest memory.
  private static let block = 4096

  /// How many codes each column has.
  public let sizes: [Int]
  private let cells: Cells

  private enum Cells: Sendable, Equatable {
    /// The count at each place.
    case dense([Int32])
    /// The places with rows, rising, and their counts.
    case sparse(places: [Int], counts: [Int32])
  }

  /// Counts rows; `nil` for no column, columns of unequal length, too many rows, or more
  /// combinations than a 64-bit number can tell apart.
  ///
  /// - Parameter columns: at least one, all of one length of at most 2³¹ − 1 rows.
  /// - Complexity: O(rows × columns + places); sparse O(rows × (columns + log rows)).
  public init?(_ columns: [CodedColumn]) {
    guard let first = columns.first, first.codes.count <= Int(Int32.max),
      columns.allSatisfy({ $0.codes.count == first.codes.count })
    else { return nil }
    var places = 1
    for column in columns {
      let (product, isOver) = places.multipliedReportingOverflow(by: column.size)
      guard !isOver else { return nil }
      places = product
    }
    sizes = columns.map(\.size)
    cells =
      places <= Self.mostPlaces
      ? .dense(Self.dense(columns, places)) : Self.sparse(columns, first.codes.count)
  }

  /// The count of one combination; 0 for codes beyond their columns.
  ///
  /// - Parameter codes: one for each column, in their order.
  public subscript(codes: Int...) -> Int {
    guard codes.count == sizes.count else { return 0 }
    var place = 0
    for (code, size) in zip(codes, sizes) {
      guard code >= 0, code < size else { return 0 }
      place = place * size + code
    }
    switch cells {
    case .dense(let counts): return Int(counts[place])
    case .sparse(let places, let counts):
      let index = Self.firstIndex(of: places, notUnder: place)
      return index < places.count && places[index] == place ? Int(counts[index]) : 0
    }
  }

  /// The number of combinations that have rows.
  ///
  /// - Complexity: O(places).
  public var groups: Int {
    switch cells {
    case .dense(let counts): counts.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    case .sparse(let places, _): places.count
    }
  }

  /// Visits every combination that has rows, in the order of the codes.
  ///
  /// - Parameter visit: takes the codes, one for each column, and their count.
  /// - Complexity: O(places); sparse O(groups).
  public func forEach(_ visit: (_ codes: [Int], _ count: Int) throws -> Void) rethrows {
    var codes = [Int](repeating: 0, count: sizes.count)
    switch cells {
    case .dense(let counts):
      let last = sizes.count - 1
      for count in counts {
        if count > 0 { try visit(codes, Int(count)) }
        codes[last] += 1
        if codes[last] == sizes[last] { carry(&codes) }
      }
    case .sparse(let places, let counts):
      for (place, count) in zip(places, counts) {
        var rest = place
        for column in sizes.indices.reversed() {
          (rest, codes[column]) = rest.quotientAndRemainder(dividingBy: sizes[column])
        }
        try visit(codes, Int(count))
      }
    }
  }

  /// Turns a last code that ran out into one more of the code before it, as a counter does.
  private func carry(_ codes: inout [Int]) {
    var column = codes.count - 1
    while column > 0, codes[column] == sizes[column] {
      codes[column] = 0
      column -= 1
      codes[column] += 1
    }
  }

  /// The counts of some of the columns, the rest added up.
  ///
  /// - Parameter kept: the positions of the columns to keep, each once, in the order wanted.
  /// - Returns: `nil` for no position, one twice, or one that there is not.
  /// - Complexity: O(places); sparse O(groups × log groups).
  public func totals(by kept: [Int]) -> CubeCounts? {
    guard !kept.isEmpty, Set(kept).count == kept.count,
      kept.allSatisfy(sizes.indices.contains)
    else { return nil }
    let sizes = kept.map { self.sizes[$0] }
    let places = sizes.reduce(1, *)
    var dense = [Int32](repeating: 0, count: places <= Self.mostPlaces ? places : 0)
    var sparse: [Int: Int32] = [:]
    forEach { codes, count in
      var place = 0
      for (position, size) in zip(kept, sizes) { place = place * size + codes[position] }
      if dense.isEmpty {
        sparse[place, default: 0] += Int32(count)
      } else {
        dense[place] += Int32(count)
      }
    }
    let sorted = sparse.keys.sorted()
    return CubeCounts(
      sizes: sizes,
      cells: dense.isEmpty
        ? .sparse(places: sorted, counts: sorted.map { sparse[$0] ?? 0 }) : .dense(dense))
  }

  private init(sizes: [Int], cells: Cells) {
    self.sizes = sizes
    self.cells = cells
  }

  private static func dense(_ columns: [CodedColumn], _ places: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: places)
    var block = [UInt32](repeating: 0, count: Self.block)
    var start = 0
    let rows = columns[0].codes.count
    while start < rows {
      let count = min(Self.block, rows - start)
      place(&block, columns, start, count)
      for index in 0..<count { counts[Int(block[index])] &+= 1 }
      start += count
    }
    return counts
  }

  /// Works out the places of a block of rows, under 2³².
  private static func place(
    _ block: inout [UInt32], _ columns: [CodedColumn], _ start: Int, _ count: Int
  ) {
    for (position, column) in columns.enumerated() {
      let codes = column.codes.span.extracting(start..<start + count)
      let size = UInt32(truncatingIfNeeded: column.size)
      var places = block.mutableSpan
      if position == 0 {
        for index in 0..<count { places[index] = codes[index] }
      } else {
        for index in 0..<count { places[index] = places[index] &* size &+ codes[index] }
      }
    }
  }

  private static func sparse(_ columns: [CodedColumn], _ rows: Int) -> Cells {
    var all = [Int](repeating: 0, count: rows)
    for column in columns {
      for row in 0..<rows { all[row] = all[row] &* column.size &+ Int(column.codes[row]) }
    }
    all.sort()
    var (places, counts) = ([Int](), [Int32]())
    for place in all {
      if places.last == place {
        counts[counts.count - 1] += 1
      } else {
        places.append(place)
        counts.append(1)
      }
    }
    return .sparse(places: places, counts: counts)
  }

  private static func firstIndex(of places: [Int], notUnder place: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
