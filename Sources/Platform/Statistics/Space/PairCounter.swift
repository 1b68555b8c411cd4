/// Counts pairs of places by distance and time, for many shuffles of the times at once.
///
/// Pairs are found once for a group of shuffles, gathered by band of distance, and looked up in all
/// shuffles of the group when enough have come together: no list of all pairs is ever held.
struct PairCounter: Sendable {
  let order: CellOrder
  let bands: KnoxBands

  /// What was counted.
  struct Counts: Sendable {
    /// A table of distance by time for each shuffle.
    var tables: [[[Int]]]
    var pairsByDistance: [Int]
  }

  /// Shuffles looked up together: their times must fit a cache of the processor.
  private static let group = 8

  /// Counts the pairs of the times as given and of each permutation.
  func counts(shuffles: TimeShuffles, permutations: Int, threads: Int) -> Counts {
    let batches = permutations / TimeShuffles.lanes + 1
    let pieces = Parallel.ranges(order.count, pieces: order.points.count < 1_000 ? 1 : 64)
    var tables: [[[Int]]] = []
    var pairsByDistance = [Int](repeating: 0, count: bands.distances.count - 1)
    for start in stride(from: 0, to: batches, by: Self.group) {
      let group = min(Self.group, batches - start)
      let times = Parallel.map(group, threads: threads) { shuffles.batch(start + $0) }
      let parts = Parallel.map(pieces.count, threads: threads) { piece in
        var tally = PairTally(bands: bands, times: times)
        count(pieces[piece], into: &tally)
        return tally.finished()
      }
      var totals = parts[0]
      for part in parts.dropFirst() { totals.add(part) }
      tables += self.tables(totals, shuffles: group * TimeShuffles.lanes)
      pairsByDistance = totals.pairs
    }
    return Counts(tables: Array(tables.prefix(permutations + 1)), pairsByDistance: pairsByDistance)
  }

  /// Finds the pairs of which the earlier place lies in some cells.
  private func count(_ cells: Range<Int>, into tally: inout PairTally) {
    var walker = CellOrder.Walker(steps: 2)
    for cell in cells {
      let rows = (0...2).map { up in
        let around = walker.cells(order, around: cell, up: up)
        return order.places(up == 0 ? cell..<around.upperBound : around)
      }
      for place in order.places(cell) {
        for (up, row) in rows.enumerated() {
          let others = up == 0 ? place + 1..<row.upperBound : row
          switch bands.metric {
          case .euclidean: tally.gather(order, place, others) { $0 * $0 + $1 * $1 }
          case .manhattan: tally.gather(order, place, others) { abs($0) + abs($1) }
          }
        }
      }
    }
  }

  /// A table for each shuffle, from how many pairs reach each limit of time.
  private func tables(_ totals: PairTally.Totals, shuffles: Int) -> [[[Int]]] {
    let limits = bands.times.count
    return (0..<shuffles).map { shuffle in
      (0..<bands.distances.count - 1).map { distance in
        let reaching = (0..<limits).map { limit in
          totals.reaching[(distance * limits + limit) * shuffles + shuffle]
        }
        return zip(reaching, reaching.dropFirst()).map { $0 - $1 }
      }
    }
  }
}
