internal import Kernel
internal import Partnership
internal import Statistics

/// How the maps of the last twelve months did: the share of each month's incidents that fell into
/// the cells marked before it.
///
/// Two ways of marking are held against each other on the same months: a density surface of the
/// three months before, and simply the cells with the most incidents in the twelve months before.
struct TrackRecord: Sendable {
  /// A way of marking cells, with its record at each share of the land.
  struct Line: Sendable {
    let name: String
    let shares: [(percent: Double, record: BackTest.Record)]
  }

  /// The record at one share of the land.
  typealias Share = BackTest.Record

  static let percents = [1.0, 2, 5, 10]
  static let rounds = 12
  static let recent = 3
  static let year = 12

  /// The months foretold, earliest first.
  let months: [Month]
  let lines: [Line]

  /// `nil` where the source does not reach far enough back for a single month.
  init?(_ parameters: HotspotParameters, _ events: HotspotEvents, _ grid: Grid) throws {
    let last = parameters.months.upperBound
    guard let first = events.spots.map(\.month).min() else { return nil }
    let months = (last.adding(months: 1 - Self.rounds)...last).filter {
      first <= $0.adding(months: -Self.year)
    }
    guard !months.isEmpty else { return nil }
    let cells = (0..<grid.count).filter { grid.isStudied($0) }
    let next = try months.map { month in
      let counts = try events.counts(in: month...month, on: grid)
      return cells.map { counts[$0] }
    }
    let density = try months.map { month in
      let before = month.adding(months: -Self.recent)...month.adding(months: -1)
      let surface = try KernelDensity.quartic(
        of: try events.points(in: before), on: grid, reach: parameters.reach)
      return cells.map { surface.values[$0] }
    }
    let lastYear = try months.map { month in
      let before = month.adding(months: -Self.year)...month.adding(months: -1)
      let counts = try events.counts(in: before, on: grid)
      return cells.map { Double(counts[$0]) }
    }
    self.months = months
    lines = [
      Line("Density of the three months before", density, next),
      Line("The cells with the most in the year before", lastYear, next),
    ]
  }

  /// The first month whose events are needed for the record of a map.
  static func reach(back last: Month) -> Month { last.adding(months: 1 - rounds - year) }
}

extension TrackRecord.Line {
  fileprivate init(_ name: String, _ scores: [[Double]], _ next: [[Int]]) {
    self.name = name
    let test = BackTest(zip(scores, next).map { BackTest.Round(scores: $0, next: $1) })
    shares = TrackRecord.percents.compactMap { percent in
      test.flagging(percent: percent).map { (percent, $0) }
    }
  }
}
