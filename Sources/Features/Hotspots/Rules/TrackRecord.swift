internal import Kernel
internal import Partnership
internal import Statistics

/// How the maps of the last twelve months did: the share of each month's incidents that fell into
/// the cells marked before it.
///
/// Several ways of marking are held against each other on the same months, among them simply the
/// cells with the most incidents in the twelve months before.
struct TrackRecord: Equatable, Codable, Sendable {
  /// The months foretold, earliest first.
  let months: [Month]
  let lines: [Line]

  static let percents = [1.0, 2, 5, 10]
  static let rounds = 12

  /// A way of marking cells, with its record at each share of the land.
  struct Line: Equatable, Codable, Sendable {
    let name: String
    let shares: [Share]
  }

  /// The record at one share of the land, over all months.
  struct Share: Equatable, Codable, Sendable {
    let percent: Double
    /// The months that had incidents.
    let rounds: Int
    let hits: Int
    let events: Int
    /// The hits as a share of the incidents.
    let hitRate: Double
    let pai: Double?
    let peiStar: Double?
  }

  /// `nil` where the source does not reach far enough back for a single month.
  init?(
    _ parameters: HotspotParameters, _ events: HotspotEvents, _ grid: Grid,
    precision: SourcePrecision, harm: HarmScale?
  ) throws {
    let last = parameters.months.upperBound
    guard let first = events.first else { return nil }
    let months = (last.adding(months: 1 - Self.rounds)...last).filter {
      first <= $0.adding(months: -Ranking.year)
    }
    guard !months.isEmpty else { return nil }
    let cells = (0..<grid.count).filter { grid.isStudied($0) }
    let next = try months.map { month in
      let counts = try events.counts(in: month...month, on: grid)
      return cells.map { counts[$0] }
    }
    self.months = months
    lines = try Ranking.all(parameters, precision, harm).map { ranking in
      let rounds = try zip(months, next).map { month, next in
        let scores = try ranking.scores(month, events, grid)
        return BackTest.Round(scores: cells.map { scores[$0] }, next: next)
      }
      return Line(ranking.name, BackTest(rounds))
    }
  }

  /// The first month whose events are needed for the record of a map.
  static func reach(back last: Month) -> Month {
    last.adding(months: 1 - rounds - Ranking.year)
  }
}

extension TrackRecord.Line {
  fileprivate init(_ name: String, _ test: BackTest) {
    self.name = name
    shares = TrackRecord.percents.compactMap { percent in
      test.flagging(percent: percent).map { record in
        TrackRecord.Share(
          percent: percent, rounds: record.rounds.count { $0 != nil }, hits: record.hits,
          events: record.events, hitRate: record.hitRate, pai: record.pai,
          peiStar: record.peiStar)
      }
    }
  }
}
