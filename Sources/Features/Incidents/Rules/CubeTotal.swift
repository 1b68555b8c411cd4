/// One category of a snapshot: how many rows, and which cells of the cube hold them.
struct CubeTotal: Equatable {
  let category: Int64
  var count: Int
  /// Rows of the category that name no LSOA.
  var unlocated: Int
  /// The positions of its cells, first and last.
  var cells: ClosedRange<Int>

  /// The totals of cells that are ordered by category.
  static func totals(of cube: [CubeCell]) -> [CubeTotal] {
    var totals: [CubeTotal] = []
    for (index, cell) in cube.enumerated() {
      let unlocated = cell.lsoa == 0 ? cell.count : 0
      if let last = totals.indices.last, totals[last].category == cell.category {
        totals[last].count += cell.count
        totals[last].unlocated += unlocated
        totals[last].cells = totals[last].cells.lowerBound...index
      } else {
        totals.append(
          CubeTotal(
            category: cell.category, count: cell.count, unlocated: unlocated, cells: index...index))
      }
    }
    return totals
  }
}
