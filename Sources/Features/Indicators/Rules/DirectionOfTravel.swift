import Kernel

/// Whether a figure moved the way its plan wants, against the same months of the year before.
///
/// The rule is inferred from the published return of 2018/19, whose rows fit it: not worse is
/// green, worse by at most the tolerance amber, by more red. Distance from a target and a person's
/// judgement are other facts.
enum DirectionOfTravel: Hashable, Sendable {
  /// The change could be rated.
  case rated(RatingState, Change)
  /// There is a change, but no rating follows from it; the reason says why.
  case unrated(Change, reason: Unrated)
  /// Both figures are there, but a break parts them.
  case notComparable(Change, SeriesBreak)
  /// There is no figure to compare with.
  case noComparison(Missing)

  /// Why a change has no rating.
  enum Unrated: Hashable, Sendable {
    case neutral
    case turns(Month)
    case fromNought
  }

  /// Which figure is missing.
  enum Missing: Hashable, Sendable {
    case value
    case previous
  }

  /// One side of the comparison.
  struct Side: Hashable, Sendable {
    let months: ClosedRange<Month>
    let value: Ratio?
  }

  /// The tolerance a plan begins with, in % of the previous figure.
  static let defaultTolerance = Figure(5)

  init(
    _ now: Side, against before: Side, polarity: Polarity, isPercentage: Bool = false,
    tolerance: Figure = DirectionOfTravel.defaultTolerance, breaks: [SeriesBreak] = []
  ) {
    guard let value = now.value else {
      self = .noComparison(.value)
      return
    }
    guard let previous = before.value else {
      self = .noComparison(.previous)
      return
    }
    let change = Change(value: value, previous: previous, isPercentage: isPercentage)
    if let found = breaks.first(where: { $0.parts(before.months, from: now.months) }) {
      self = .notComparable(change, found)
      return
    }
    switch polarity.wanted(over: now.months) {
    case .neither: self = .unrated(change, reason: .neutral)
    case .turns(let month): self = .unrated(change, reason: .turns(month))
    case .direction(let wanted): self.init(change, wanted: wanted, tolerance: tolerance)
    }
  }

  private init(_ change: Change, wanted: Polarity.Direction, tolerance: Figure) {
    let adverse = change.adverse(wanted: wanted)
    guard adverse > .zero else {
      self = .rated(.green, change)
      return
    }
    guard let percent = change.percent else {
      self = .unrated(change, reason: .fromNought)
      return
    }
    self = .rated(percent.magnitude <= tolerance.ratio ? .amber : .red, change)
  }
}

extension DirectionOfTravel {
  /// The computed state; none where nothing follows from the figures.
  var state: RatingState {
    guard case .rated(let state, _) = self else { return .none }
    return state
  }

  /// The change, where there are two figures, comparable or not.
  var change: Change? {
    switch self {
    case .rated(_, let change), .unrated(let change, _), .notComparable(let change, _): change
    case .noComparison: nil
    }
  }

  /// Whether a break parts the two figures.
  var isParted: Bool {
    guard case .notComparable = self else { return false }
    return true
  }

  /// Why there is no rating, in two words for a cell of a table; `nil` where there is one.
  var shortReason: String? {
    switch self {
    case .rated: nil
    case .unrated(_, .neutral): "Neither way wanted"
    case .unrated(_, .turns): "Wanted way turns"
    case .unrated(_, .fromNought): "From nought"
    case .notComparable: "Not comparable"
    case .noComparison(.value): "No figure"
    case .noComparison(.previous): "No comparison"
    }
  }

  /// Why there is no rating, in words for a page; `nil` where there is one.
  var reason: String? {
    switch self {
    case .rated: nil
    case .unrated(_, .neutral): "The plan wants neither way"
    case .unrated(_, .turns(let month)): "The wanted way turns in \(month.words)"
    case .unrated(_, .fromNought): "From nought: no percentage can be given"
    case .notComparable(_, let found): "Not comparable: \(found.reason)"
    case .noComparison(.value): "No figure"
    case .noComparison(.previous): "No comparison"
    }
  }
}
