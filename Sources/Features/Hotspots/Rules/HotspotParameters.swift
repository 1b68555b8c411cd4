internal import HTTP
internal import Kernel
internal import Partnership

/// What a map of hotspots is drawn by; printed and kept with every result.
struct HotspotParameters: Equatable, Codable, Sendable {
  /// The key of the source of events.
  var source: String
  var method: HotspotMethod
  /// A kind in the source's words; all where `nil`.
  var category: String?
  /// The months looked at, both included.
  var months: ClosedRange<Month>
  /// The side of a cell, metres.
  var cell: Double
  /// The reach of the surface, and between neighbours of a cluster, metres.
  var reach: Double
  /// The most draws of the permutation test a cell.
  var permutations = 9_999
  /// The name of the weights by which squares are also ranked by harm; `nil` without.
  var harm: String?

  /// The share of the cells marked that may be marked by chance, over all cells.
  static let falseDiscoveries = 0.05
  /// Draws at least as high that end the draws of a cell: chance gives it often enough then.
  static let enoughDraws = 200
  /// The state its random numbers begin with.
  static let seed: UInt64 = 2_026
  /// The share of the area a density map marks, in per cent.
  static let densestPercent = 1.0
  /// The version of the method: it rises when the same events would give another result.
  static let version = 3

  static let cells = 50.0...5_000.0
  static let reaches = 50.0...5_000.0
  /// The most months of one map.
  static let mostMonths = 36

  /// The parameters where a person chose none: the latest three months.
  init(_ source: EventSource, latest: Month) {
    self.source = source.key
    method = .gi
    months = latest.adding(months: -2)...latest
    cell = source.precision.place == .exact ? 250 : SourcePrecision.smallestCell
    reach = SourcePrecision.shortestReach
  }

  /// How many incidents within reach make one the core of a cluster: a hundredth of all, ten at
  /// least.
  static func clusterMinimum(of events: Int) -> Int { max(10, events / 100) }

  /// Throws what is wrong, by field: what the source cannot bear, and months it does not reach to.
  func check(_ source: EventSource, span: ClosedRange<Month>) throws(Refusal) {
    var refused: [Refusal.Entry] = []
    if !Self.cells.contains(cell) {
      refused.append(.init(field: "cell", message: "Enter a cell size from 50 to 5000 metres"))
    } else if let reason = source.precision.refusal(of: .grid(cell: cell)) {
      refused.append(.init(field: "cell", message: reason))
    }
    if !Self.reaches.contains(reach) {
      refused.append(.init(field: "reach", message: "Enter a reach from 50 to 5000 metres"))
    } else if method == .kde, let reason = source.precision.refusal(of: .density(reach: reach)) {
      refused.append(.init(field: "reach", message: reason))
    } else if method == .clusters,
      let reason = source.precision.refusal(of: .clusters(reach: reach))
    {
      refused.append(.init(field: "reach", message: reason))
    }
    if months.count > Self.mostMonths {
      refused.append(
        .init(field: "from", message: "Choose \(Self.mostMonths) months or fewer"))
    } else if !months.overlaps(span) {
      refused.append(.init(field: "to", message: Self.beyond(span)))
    }
    guard refused.isEmpty else { throw Refusal(refused) }
  }

  /// What is said of months the source does not reach to.
  static func beyond(_ span: ClosedRange<Month>) -> String {
    "The source has \(span.lowerBound.words) to \(span.upperBound.words): choose some of those"
  }

  /// The months just before, as many.
  var before: ClosedRange<Month> {
    months.lowerBound.adding(months: -months.count)...months.lowerBound.adding(months: -1)
  }

  /// The earliest month whose events a map of these parameters looks at.
  var earliest: Month {
    let periods = LifeCycle.count(months: months.count)
    return min(
      before.lowerBound, months.lowerBound.adding(months: (1 - periods) * months.count),
      TrackRecord.reach(back: months.upperBound))
  }
}
