internal import Design
internal import Kernel
internal import Statistics

/// What can be said of a count beside an earlier one: a direction, or why there is none.
enum TrendBasis: Equatable, Sendable {
  /// A direction can be told; whether it is more than chance gives stands beside it.
  case told(CountDifference)
  /// Not to be told, and why.
  case refused(String)

  /// Under this many in both months together a change is not told.
  static let fewest = 20

  /// Over this share of rows without a place, what is counted by places is not covered.
  static let mostUnlocated = 0.1

  /// Weighs the counts of two months over the forces they come from; `byPlace` where rows without a
  /// place are left out.
  static func weigh(
    _ count: Int, in month: Month, _ before: Int?, in earlier: Month, _ forces: [ForceQuality],
    byPlace: Bool = false
  ) -> TrendBasis {
    guard let before else { return .refused("\(earlier.words) is not imported") }
    let breaks = RecordingBreak.between(earlier, month, of: forces.map(\.recorder))
    if let change = breaks.first {
      return .refused("\(change.force) records otherwise from \(change.month.words)")
    }
    for force in forces {
      for month in [month, earlier] {
        guard let line = force.line(month), let facts = line.facts else {
          return .refused("\(month.words) of \(force.force) is not imported")
        }
        if case .unfinished(let day) = line.bar {
          return .refused("\(month.words) reaches to \(day.words) so far")
        }
        if case .farFromUsual = line.bar {
          return .refused("\(month.words) of \(force.force) is far from its usual size")
        }
        let rows = Double(facts.stored + facts.repeated)
        if byPlace, Double(facts.unlocated) > mostUnlocated * rows {
          return .refused("Too many rows of \(month.words) name no place")
        }
      }
    }
    guard count + before >= fewest else { return .refused("Too few to tell") }
    return .told(CountDifference(now: count, before: before))
  }

  /// Such as “Up 120” or “Down 3, could be chance”.
  var words: String {
    switch self {
    case .refused(let reason): return reason
    case .told(let change):
      guard change.difference != 0 else { return "As many" }
      let size = NumberText.whole(abs(change.difference))
      let direction = change.difference > 0 ? "Up" : "Down"
      return "\(direction) \(size)" + (change.isBeyondChance ? "" : ", could be chance")
    }
  }
}
