internal import Statistics

/// What can be said of a group's orders over its people.
enum EqualityRate: Sendable, Equatable {
  /// Per 10,000 people in the years counted, after Byar, and over the rate of everybody else.
  case told(Double, ConfidenceInterval, ratio: Double?, ratioInterval: ConfidenceInterval?)
  /// Too few orders for a rate.
  case few
  case hidden
  case noBase

  /// Under this many orders no rate is told.
  static let fewest = 20
  static let per = 10_000.0

  /// The rate of a count; `whole` is that of everybody and all the people of the base.
  init(_ count: Int?, over people: Int?, of whole: (counts: Int?, people: Int?)) {
    guard let people, let rate = Rate(count ?? 0, over: Double(people)) else {
      self = .noBase
      return
    }
    guard let count else {
      self = .hidden
      return
    }
    guard count >= Self.fewest else {
      self = .few
      return
    }
    var comparison: TwoCounts?
    if let all = whole.counts, let everybody = whole.people, all > count, everybody > people {
      comparison = TwoCounts(
        count, over: Double(people), all - count, over: Double(everybody - people))
    }
    self = .told(
      rate.value * Self.per, rate.byar().scaled(by: Self.per), ratio: comparison?.ratio,
      ratioInterval: comparison?.ratioInterval())
  }

  var reason: String {
    switch self {
    case .told: ""
    case .few: "too few"
    case .hidden: "hidden"
    case .noBase: "no base"
    }
  }
}

extension EqualityTable {
  /// The share of a line in the whole, with its interval after Wilson; `nil` where either is hidden.
  func share(of line: Line) -> (value: Double, interval: ConfidenceInterval)? {
    guard let count = line.count, let whole, let share = Proportion(count, of: whole) else {
      return nil
    }
    return (share.value, share.wilson())
  }
}
