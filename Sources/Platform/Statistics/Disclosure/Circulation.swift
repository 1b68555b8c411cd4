/// Linked counts as a network: sums are its nodes and every count an arc between the two sums it is
/// in, or between its one sum and the ground.
///
/// If one count grows by 1, others must change by 1 for every sum to stay right: they are the arcs of
/// a way back from one end of it to the other. The cheapest way is found by Dijkstra's algorithm.
/// That there is no way means that the count can be worked out.
struct Circulation: WaysOut {
  /// From its tail to its head where the count grows.
  private struct Arc {
    let tail: Int
    let head: Int
  }

  /// `nil` for a count in no sum.
  private let arcs: [Arc?]
  private let arcsAt: [[Int]]

  /// `nil` where a count is in more than two sums, or where the sums cannot be given signs so that
  /// each count adds to one and takes from the other.
  init?(_ counts: LinkedCounts) {
    var terms = [[(sum: Int, sign: Int)]](repeating: [], count: counts.values.count)
    for (sum, all) in counts.sums.enumerated() {
      for term in all { terms[term.cell].append((sum, term.sign)) }
    }
    guard terms.allSatisfy({ $0.count <= 2 }),
      let signs = Self.signs(terms, sums: counts.sums.count)
    else { return nil }
    let ground = counts.sums.count
    var arcsAt = [[Int]](repeating: [], count: ground + 1)
    arcs = terms.enumerated().map { cell, terms in
      guard let first = terms.first else { return nil }
      let second = terms.count > 1 ? terms[1].sum : ground
      arcsAt[first.sum].append(cell)
      arcsAt[second].append(cell)
      return first.sign * signs[first.sum] > 0
        ? Arc(tail: second, head: first.sum) : Arc(tail: first.sum, head: second)
    }
    self.arcsAt = arcsAt
  }

  /// A sign for each sum, so that a count in two has + in one and − in the other.
  private static func signs(_ terms: [[(sum: Int, sign: Int)]], sums: Int) -> [Int]? {
    var neighbours = [[(sum: Int, sign: Int)]](repeating: [], count: sums)
    for both in terms where both.count == 2 {
      let sign = -both[0].sign * both[1].sign
      neighbours[both[0].sum].append((both[1].sum, sign))
      neighbours[both[1].sum].append((both[0].sum, sign))
    }
    var signs = [Int](repeating: 0, count: sums)
    for start in 0..<sums where signs[start] == 0 {
      signs[start] = 1
      var waiting = [start]
      while let sum = waiting.popLast() {
        for next in neighbours[sum] {
          let wanted = signs[sum] * next.sign
          if signs[next.sum] == 0 {
            signs[next.sum] = wanted
            waiting.append(next.sum)
          } else if signs[next.sum] != wanted {
            return nil
          }
        }
      }
    }
    return signs
  }

  func way(for cell: Int, _ hidden: HiddenCounts) -> Set<Int>? {
    cheapest(cell, hidden) { cell in (hidden.room(cell), 0) }.map { Set($0.cells) }
  }

  func completion(for cell: Int, _ hidden: HiddenCounts) -> [Int]? {
    cheapest(cell, hidden) { cell in
      hidden.roomIfHidden(cell).map { ($0, hidden.counts.values[cell]) } ?? (hidden.room(cell), 0)
    }?.cells.filter { hidden.roomIfHidden($0) != nil }
  }

  /// The cheaper of the ways by which a count can grow and can fall.
  private func cheapest(
    _ cell: Int, _ hidden: HiddenCounts, _ offer: (Int) -> (room: Room, cost: Int)
  ) -> (cells: [Int], cost: Int)? {
    let room = hidden.room(cell)
    guard let arc = arcs[cell] else { return room == .none ? nil : ([], 0) }
    let growing = room.up > 0 ? way(from: arc.head, to: arc.tail, without: cell, offer) : nil
    if let growing, growing.cost == 0 { return growing }
    let falling = room.down > 0 ? way(from: arc.tail, to: arc.head, without: cell, offer) : nil
    guard let growing, let falling else { return growing ?? falling }
    return falling.cost < growing.cost ? falling : growing
  }

  private func way(
    from start: Int, to end: Int, without cell: Int, _ offer: (Int) -> (room: Room, cost: Int)
  ) -> (cells: [Int], cost: Int)? {
    var costs = [Int](repeating: .max, count: arcsAt.count)
    var cameBy = [Int?](repeating: nil, count: arcsAt.count)
    var open = Set([start])
    costs[start] = 0
    while let node = open.min(by: { (costs[$0], $0) < (costs[$1], $1) }), node != end {
      open.remove(node)
      for other in arcsAt[node] where other != cell {
        guard let arc = arcs[other] else { continue }
        let (room, cost) = offer(other)
        let isForward = arc.tail == node
        guard (isForward ? room.up : room.down) > 0 else { continue }
        let next = isForward ? arc.head : arc.tail
        guard costs[node] + cost < costs[next] else { continue }
        costs[next] = costs[node] + cost
        cameBy[next] = other
        open.insert(next)
      }
    }
    guard costs[end] < .max else { return nil }
    var (cells, node) = ([Int](), end)
    while node != start, let by = cameBy[node], let arc = arcs[by] {
      cells.append(by)
      node = arc.head == node ? arc.tail : arc.head
    }
    return (cells, costs[end])
  }
}
