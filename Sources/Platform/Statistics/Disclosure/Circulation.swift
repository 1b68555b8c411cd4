/// Linked counts as a network: sums are its nodes and every count an arc between the two sums it is
/// in, or between its one sum and the ground.
///
/// If one count grows by 1, others must change by 1 for every sum to stay right: they are the arcs of
/// a way back from one end of it to the other. That there is no way means that the count can be
/// worked out.
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
    let room = hidden.room(cell)
    guard let arc = arcs[cell] else { return room == .none ? nil : [] }
    let growing = room.up > 0 ? way(from: arc.head, to: arc.tail, without: cell, hidden) : nil
    let found =
      growing ?? (room.down > 0 ? way(from: arc.tail, to: arc.head, without: cell, hidden) : nil)
    return found.map { Set($0) }
  }

  func completion(for cell: Int, _ hidden: HiddenCounts) -> [Int]? {
    let room = hidden.room(cell)
    guard let arc = arcs[cell] else { return room == .none ? nil : [] }
    let growing = room.up > 0 ? cheapest(from: arc.head, to: arc.tail, without: cell, hidden) : nil
    let falling =
      room.down > 0 ? cheapest(from: arc.tail, to: arc.head, without: cell, hidden) : nil
    let isFalling = (falling?.cost ?? .max) < (growing?.cost ?? .max)
    return (isFalling ? falling : growing)?.cells.filter { hidden.roomIfHidden($0) != nil }
  }

  /// Some way over counts that are hidden already, looked for from both ends at once.
  private func way(
    from start: Int, to end: Int, without cell: Int, _ hidden: HiddenCounts
  ) -> [Int]? {
    guard start != end else { return [] }
    var ends = [Search(from: start, nodes: arcsAt.count), Search(from: end, nodes: arcsAt.count)]
    while let first = ends[0].next, let second = ends[1].next {
      // A sum of few counts is looked through before one of many.
      let side = arcsAt[first].count < arcsAt[second].count ? 0 : 1
      let node = side == 0 ? first : second
      ends[side].leave()
      for other in arcsAt[node] where other != cell {
        guard let arc = arcs[other] else { continue }
        let isForward = (arc.tail == node) == (side == 0)
        let room = hidden.room(other)
        guard (isForward ? room.up : room.down) > 0 else { continue }
        let next = arc.tail == node ? arc.head : arc.tail
        guard ends[side].reach(next, by: other) else { continue }
        if ends[1 - side].hasReached(next) {
          return ends.flatMap { cells(back: next, to: $0.start, $0.cameBy) }
        }
      }
    }
    return nil
  }

  /// The way that hides the least, by Dijkstra's algorithm.
  private func cheapest(
    from start: Int, to end: Int, without cell: Int, _ hidden: HiddenCounts
  ) -> (cells: [Int], cost: Int)? {
    var costs = [Int](repeating: .max, count: arcsAt.count)
    var cameBy = [Int](repeating: Search.never, count: arcsAt.count)
    var isOpen = [Bool](repeating: false, count: arcsAt.count)
    (costs[start], isOpen[start]) = (0, true)
    while let node = isOpen.indices.filter({ isOpen[$0] }).min(by: { costs[$0] < costs[$1] }),
      node != end
    {
      isOpen[node] = false
      for other in arcsAt[node] where other != cell {
        guard let arc = arcs[other] else { continue }
        let offered = hidden.roomIfHidden(other)
        let room = offered ?? hidden.room(other)
        guard (arc.tail == node ? room.up : room.down) > 0 else { continue }
        let next = arc.tail == node ? arc.head : arc.tail
        let cost = costs[node] + (offered == nil ? 0 : hidden.counts.values[other])
        guard cost < costs[next] else { continue }
        (costs[next], cameBy[next], isOpen[next]) = (cost, other, true)
      }
    }
    return costs[end] < .max ? (cells(back: end, to: start, cameBy), costs[end]) : nil
  }

  /// The counts passed between a sum and the one the search began at.
  private func cells(back end: Int, to start: Int, _ cameBy: [Int]) -> [Int] {
    var (cells, node) = ([Int](), end)
    while node != start, let arc = arcs[cameBy[node]] {
      cells.append(cameBy[node])
      node = arc.head == node ? arc.tail : arc.head
    }
    return cells
  }
}

/// A search from one end of a way: what it reached, and by which count.
private struct Search {
  static let never = -1
  private static let here = -2
  let start: Int
  private(set) var cameBy: [Int]
  private var waiting: [Int]
  private var left = 0

  init(from start: Int, nodes: Int) {
    self.start = start
    cameBy = [Int](repeating: Self.never, count: nodes)
    cameBy[start] = Self.here
    waiting = [start]
  }

  /// The sum to look through next; `nil` where all that can be reached is looked through.
  var next: Int? { left < waiting.count ? waiting[left] : nil }

  mutating func leave() { left += 1 }

  func hasReached(_ node: Int) -> Bool { cameBy[node] != Self.never }

  /// Whether this is the first time.
  mutating func reach(_ node: Int, by cell: Int) -> Bool {
    guard !hasReached(node) else { return false }
    cameBy[node] = cell
    waiting.append(node)
    return true
  }
}
