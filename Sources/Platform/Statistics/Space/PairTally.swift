/// Pairs gathered by band of distance, and what was counted of them in a group of shuffles.
struct PairTally {
  typealias Lanes = TimeShuffles.Lanes

  /// What was counted.
  struct Totals: Sendable {
    /// Pairs of each band of distance.
    var pairs: [Int]
    /// Pairs at least as far apart in time as each limit: by distance, limit and shuffle.
    var reaching: [Int]

    /// Adds what was counted elsewhere.
    mutating func add(_ other: Totals) {
      for index in pairs.indices { pairs[index] += other.pairs[index] }
      for index in reaching.indices { reaching[index] += other.reaching[index] }
    }
  }

  private struct Pair {
    let first: Int32
    let second: Int32
  }

  /// Pairs of a band that are looked up together; as many can come on top before they are.
  private static let enough = 2048

  /// Limits of distance, squared where distances are.
  private let limits: [Double]
  private let timeLimits: [Int]
  /// Those of them that some pairs reach and some may not: over 0, at most the largest difference.
  private let asked: [Int]
  /// The times by place, sixteen shuffles a batch.
  private let times: [[Lanes]]
  /// A list for each number of limits that a pair's distance reaches, one after another: the first
  /// and the last hold what is nearer or further than all bands, and are thrown away.
  private var gathered: [Pair]
  private var lengths: [Int]
  private var totals: Totals

  init(bands: KnoxBands, times: [[Lanes]]) {
    limits = bands.distances.map { bands.metric == .euclidean ? SquaredLimit.atLeast($0) : $0 }
    timeLimits = bands.times
    asked = bands.times.indices.filter { (1...Int(UInt16.max)).contains(bands.times[$0]) }
    self.times = times
    let none = Pair(first: 0, second: 0)
    gathered = Array(repeating: none, count: (limits.count + 1) * 2 * Self.enough)
    lengths = Array(repeating: 0, count: limits.count + 1)
    let cells = (limits.count - 1) * timeLimits.count
    totals = Totals(
      pairs: Array(repeating: 0, count: limits.count - 1),
      reaching: Array(repeating: 0, count: cells * times.count * TimeShuffles.lanes))
  }

  /// Takes the pairs of one place with some others, by a distance of their steps east and north.
  @inline(__always)
  mutating func gather(
    _ order: CellOrder, _ place: Int, _ others: Range<Int>, _ distance: (Double, Double) -> Double
  ) {
    var start = others.lowerBound
    while start < others.upperBound {
      let end = min(start + Self.enough, others.upperBound)
      gather(order, place, start, end, distance)
      for band in lengths.indices where lengths[band] >= Self.enough { lookUp(band) }
      start = end
    }
  }

  @inline(__always)
  private mutating func gather(
    _ order: CellOrder, _ place: Int, _ start: Int, _ end: Int,
    _ distance: (Double, Double) -> Double
  ) {
    let (x, y) = (order.x[place], order.y[place])
    order.x.withUnsafeBufferPointer { xs in
      order.y.withUnsafeBufferPointer { ys in
        limits.withUnsafeBufferPointer { limits in
          gathered.withUnsafeMutableBufferPointer { gathered in
            lengths.withUnsafeMutableBufferPointer { lengths in
              for other in start..<end {
                let far = distance(xs[other] - x, ys[other] - y)
                var band = 0
                for limit in limits { band &+= far >= limit ? 1 : 0 }
                let length = lengths[band]
                gathered[band &* (2 * Self.enough) &+ length] = Pair(
                  first: Int32(truncatingIfNeeded: place),
                  second: Int32(truncatingIfNeeded: other))
                lengths[band] = length &+ 1
              }
            }
          }
        }
      }
    }
  }

  /// What was counted, once all pairs were taken.
  mutating func finished() -> Totals {
    for band in lengths.indices { lookUp(band) }
    return totals
  }

  /// Looks the pairs of a band up in all shuffles, and forgets them.
  private mutating func lookUp(_ list: Int) {
    let count = lengths[list]
    lengths[list] = 0
    let band = list - 1
    guard count > 0, totals.pairs.indices.contains(band) else { return }
    totals.pairs[band] += count
    let shuffles = times.count * TimeShuffles.lanes
    let first = list * 2 * Self.enough
    for place in timeLimits.indices where timeLimits[place] == 0 {
      add(Array(repeating: count, count: shuffles), band, place, 0)
    }
    gathered.withUnsafeBufferPointer { gathered in
      let pairs = UnsafeBufferPointer(rebasing: gathered[first..<first + count])
      for batch in times.indices {
        for start in stride(from: 0, to: asked.count, by: 4) {
          let four = asked[start..<min(start + 4, asked.count)]
          let found = times[batch].withUnsafeBufferPointer { times in
            Self.reaching(four.map { UInt16(timeLimits[$0]) }, pairs, times)
          }
          for (place, lanes) in zip(four, found) {
            add(lanes.indices.map { Int(lanes[$0]) }, band, place, batch * TimeShuffles.lanes)
          }
        }
      }
    }
  }

  /// Adds how many pairs reach a limit of time in some shuffles.
  private mutating func add(_ counts: [Int], _ band: Int, _ place: Int, _ shuffle: Int) {
    let shuffles = times.count * TimeShuffles.lanes
    let first = (band * timeLimits.count + place) * shuffles + shuffle
    for (index, count) in counts.enumerated() { totals.reaching[first + index] += count }
  }

  /// Pairs whose times are at least as far apart as each of up to four limits, in the shuffles of
  /// one batch.
  private static func reaching(
    _ limits: [UInt16], _ pairs: UnsafeBufferPointer<Pair>, _ times: UnsafeBufferPointer<Lanes>
  ) -> [Lanes] {
    let all = limits.map { Lanes(repeating: $0) } + [.zero, .zero, .zero]
    let (a, b, c, d) = (all[0], all[1], all[2], all[3])
    var (inA, inB, inC, inD) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    for pair in pairs {
      let one = times[Int(pair.first)]
      let two = times[Int(pair.second)]
      let apart = (two &- one).replacing(with: one &- two, where: one .> two)
      inA &-= ones(apart .>= a)
      inB &-= ones(apart .>= b)
      inC &-= ones(apart .>= c)
      inD &-= ones(apart .>= d)
    }
    return [inA, inB, inC, inD]
  }

  /// All bits where true, which is −1.
  @inline(__always)
  private static func ones(_ mask: SIMDMask<SIMD16<Int16>>) -> Lanes {
    unsafeBitCast(mask, to: Lanes.self)
  }
}
