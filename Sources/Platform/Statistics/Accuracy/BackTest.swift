/// A method's track record: its rankings of one period after another, each held against the period
/// that followed.
///
/// For example, with twelve months of scores,
/// `BackTest(rounds).flagging(percent: 5)?.hitRate` is the share of the year's events that the
/// 5 % of cells flagged month by month held.
public struct BackTest: Sendable, Equatable {
  /// One period foretold and then seen.
  public struct Round: Sendable, Equatable {
    /// The score of each cell, made only from earlier periods.
    public let scores: [Double]
    /// The events of each cell in the period foretold.
    public let next: [Int]

    /// A round of as many scores as counts.
    public init(scores: [Double], next: [Int]) { (self.scores, self.next) = (scores, next) }
  }

  /// Each round's accuracy; `nil` where it had no events or does not fit.
  public let rounds: [HotspotAccuracy?]

  /// The rounds, in the order of time.
  public init(_ rounds: [Round]) {
    self.rounds = rounds.map { HotspotAccuracy(scores: $0.scores, next: $0.next) }
  }

  /// The record when so many per cent of the cells, 0 to 100, are flagged each time; `nil` without
  /// a round with events.
  public func flagging(percent: Double) -> Record? {
    let each = rounds.map { $0?.flagging(percent: percent) }
    return each.contains { $0 != nil } ? Record(rounds: each) : nil
  }

  /// How a method fared at one share of cells, over all rounds.
  public struct Record: Sendable, Equatable {
    /// Each round; `nil` where it had no events.
    public let rounds: [HotspotAccuracy.AtShare?]

    /// The events in flagged cells, of all rounds.
    public var hits: Int { used.reduce(0) { $0 + $1.hits } }
    /// The events of all rounds, > 0.
    public var events: Int { used.reduce(0) { $0 + $1.events } }

    /// The hits over the events of all rounds, so that a month with three events counts for three.
    public var hitRate: Double { Double(hits) / Double(events) }

    /// ``hitRate`` over the share of the cells flagged; `nil` where none were.
    public var pai: Double? {
      let cells = used.reduce(0) { $0 + $1.cells }
      let all = used.reduce(0) { $0 + $1.allCells }
      return cells > 0 ? hitRate / (Double(cells) / Double(all)) : nil
    }

    /// The hits over the most hits that the same areas could have had; `nil` where none were flagged.
    public var peiStar: Double? {
      let best = used.reduce(0) { $0 + $1.bestHits }
      return best > 0 ? Double(hits) / Double(best) : nil
    }

    /// The lowest and the highest hit rate of a round.
    public var range: ClosedRange<Double> {
      let rates = used.map(\.hitRate)
      return (rates.min() ?? 0)...(rates.max() ?? 0)
    }

    /// In how many rounds this hit more events than another record, as many, and fewer.
    ///
    /// Only rounds that both have count; the rounds of both must be of the same periods.
    public func comparison(with other: Record) -> (better: Int, equal: Int, worse: Int) {
      let pairs = zip(rounds, other.rounds).compactMap { one, two in
        one.flatMap { one in two.map { (one.hitRate, $0.hitRate) } }
      }
      return (
        pairs.count { $0.0 > $0.1 }, pairs.count { $0.0 == $0.1 }, pairs.count { $0.0 < $0.1 }
      )
    }

    private var used: [HotspotAccuracy.AtShare] { rounds.compactMap(\.self) }
  }
}
