/// How well a ranking of cells foresaw where the events of a later period fell.
///
/// Cells are of equal size and all of the study area, whether or not they ever had an event; cells
/// outside it must not be given. They are flagged from the highest score down, ties by the lower
/// index. Where many scores are equal that order is arbitrary: compare ``AtShare/hitsIfTiesShared``.
/// Always judge by a period that the scores have not seen.
///
/// For example, `HotspotAccuracy(scores: kernel, next: may)?.flagging(percent: 5).hitRate` is the
/// share of May's events in the 5 % of cells that ranked highest.
///
/// - Note: PAI Chainey, Tompson & Uhlig 2008, doi:10.1057/palgrave.sj.8350066; RRI Levine 2008; PEI Hunt 2016;
///   PEI* White, Hunt & Green 2023.
public struct HotspotAccuracy: Sendable, Equatable {
  private let scores: [Double]
  private let next: [Int]
  private let before: [Int]?
  /// The cells, highest score first.
  public let ranking: [Int]
  /// The cells, most events of the later period first.
  private let best: [Int]
  /// The events of the later period, > 0.
  public let events: Int

  /// The accuracy of scores; `nil` without cells, with counts of other cells, or without later events.
  ///
  /// - Parameters:
  ///   - scores: one for each cell, in any unit; `nan` ranks last.
  ///   - next: the events of each cell in the later period, ≥ 0.
  ///   - before: those of the period that the scores were made from, for the RRI.
  /// - Complexity: O(cells log cells).
  public init?(scores: [Double], next: [Int], before: [Int]? = nil) {
    guard scores.count == next.count, before.map({ $0.count == scores.count }) ?? true,
      next.allSatisfy({ $0 >= 0 }), next.contains(where: { $0 > 0 })
    else { return nil }
    let scores = scores.map { $0.isNaN ? -.infinity : $0 }
    (self.scores, self.next, self.before) = (scores, next, before)
    ranking = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    best = next.indices.sorted { (next[$1], $0) < (next[$0], $1) }
    events = next.reduce(0, +)
  }

  /// The accuracy when so many per cent of the cells, 0 to 100, are flagged; rounded to whole cells,
  /// halves to even.
  public func flagging(percent: Double) -> AtShare {
    let wanted = (Double(next.count) * percent / 100).rounded(.toNearestOrEven)
    return flagging(cells: Int(min(max(wanted, 0), Double(next.count))))
  }

  /// The accuracy when so many cells are flagged, at most all.
  public func flagging(cells: Int) -> AtShare {
    let cells = min(max(cells, 0), next.count)
    let flagged = ranking.prefix(cells)
    let earlier = before.flatMap { before -> Double? in
      let total = before.reduce(0, +)
      return total > 0 ? Double(sum(before, flagged)) / Double(total) : nil
    }
    let empty = next.count { $0 == 0 }
    return AtShare(
      cells: cells, allCells: next.count, hits: sum(next, flagged),
      bestHits: sum(next, best.prefix(cells)), hitsIfTiesShared: hitsIfTiesShared(cells),
      events: events, earlierShare: earlier,
      falsePositiveRate: empty > 0
        ? Double(flagged.count { next[$0] == 0 }) / Double(empty) : nil)
  }

  /// The area under the curve of the hit rate against the share of cells flagged, 0 to 1; 0.5 for a
  /// ranking that knows nothing.
  public var areaUnderCurve: Double {
    // By trapezoids: each cell's events count for every cell after it, and half for its own.
    let weighted = ranking.enumerated().reduce(0.0) { sum, cell in
      sum + Double(next[cell.element]) * (Double(next.count - cell.offset) - 0.5)
    }
    return weighted / Double(events) / Double(next.count)
  }

  /// Hits when the cells that tie with the last flagged one are flagged at random.
  private func hitsIfTiesShared(_ cells: Int) -> Double {
    guard cells > 0 else { return 0 }
    let edge = scores[ranking[cells - 1]]
    let above = ranking.prefix(cells).filter { scores[$0] > edge }
    let tied = ranking.filter { scores[$0] == edge }
    let share = Double(cells - above.count) / Double(tied.count)
    return Double(sum(next, above[...])) + share * Double(sum(next, tied[...]))
  }

  private func sum(_ counts: [Int], _ cells: ArraySlice<Int>) -> Int {
    cells.reduce(0) { $0 + counts[$1] }
  }
}

extension HotspotAccuracy {
  /// The accuracy of the cells flagged.
  public struct AtShare: Sendable, Equatable {
    /// How many cells were flagged.
    public let cells: Int
    /// How many there are.
    public let allCells: Int
    /// The events in the flagged cells.
    public let hits: Int
    /// The most events that so many cells could have held.
    public let bestHits: Int
    /// The hits to be expected if the cells that tie at the edge were drawn by lot.
    public let hitsIfTiesShared: Double
    /// All events of the later period.
    public let events: Int
    /// The share of the earlier period's events in the flagged cells; `nil` where not known.
    let earlierShare: Double?
    /// The share of the cells without events that were flagged; `nil` where every cell had one.
    public let falsePositiveRate: Double?

    /// The share of the events that the flagged cells held.
    public var hitRate: Double { Double(hits) / Double(events) }

    /// The prediction accuracy index: the hit rate over the share of the area; 1 for no skill, `nil`
    /// without flagged cells.
    ///
    /// Rewards tiny areas: give it with the share, never by itself.
    public var pai: Double? { over(area, hitRate) }

    /// The greatest index that so large an area could have had.
    public var bestPAI: Double? { over(area, Double(bestHits) / Double(events)) }

    /// The prediction efficiency index: the index over the greatest one, 0 to 1.
    public var pei: Double? {
      guard let pai, let bestPAI, bestPAI > 0 else { return nil }
      return pai / bestPAI
    }

    /// PEI*: hits over the most hits that the same area could have had; with cells of equal size as
    /// many, it equals ``pei``.
    public var peiStar: Double? { over(Double(bestHits), Double(hits)) }

    /// The recapture rate index: the later share of events over the earlier one; over 1 where the
    /// flagged cells hold more than they did, `nil` where the earlier events were not given.
    public var rri: Double? { earlierShare.flatMap { over($0, hitRate) } }

    private var area: Double { Double(cells) / Double(allCells) }

    private func over(_ divisor: Double, _ value: Double) -> Double? {
      divisor > 0 ? value / divisor : nil
    }
  }
}
