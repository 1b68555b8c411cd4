import Statistics

/// Whether chance alone could give a change; it is no verdict, and says nothing of cause.
enum ChanceFact: Hashable, Sendable {
  /// The change is within what chance gives 95 times in 100.
  case within(difference: Int, chance: Double)
  /// The change is more than chance gives 95 times in 100.
  case beyond(difference: Int, chance: Double)
  /// It cannot be tested.
  case untested(Reason)

  /// Why a change cannot be tested.
  enum Reason: Hashable, Sendable {
    case noComparison
    /// A share without the number it is a share of.
    case noBase
    /// A rate, a mean or a level: these two figures alone cannot tell.
    case notACount

    var words: String {
      switch self {
      case .noComparison: "No earlier figure"
      case .noBase: "The number it is a share of was not supplied"
      case .notACount: "Two figures of this kind alone cannot tell"
      }
    }
  }

  /// Tests two figures for the same months of two years.
  ///
  /// `months` are those of both runs in order, where each has them all: then bursts widen the
  /// range. Synthetic months must not be given.
  init(
    _ now: Amount?, before: Amount?, kind: FigureKind, months: (now: [Int], before: [Int])?
  ) {
    guard let now, let before else {
      self = .untested(.noComparison)
      return
    }
    switch kind {
    case .count:
      guard let one = now.value.whole, let other = before.value.whole, one >= 0, other >= 0 else {
        self = .untested(.notACount)
        return
      }
      let test =
        months.map { CountDifference(now: $0.now, before: $0.before) }
        ?? CountDifference(now: one, before: other)
      self =
        test.isBeyondChance
        ? .beyond(difference: test.difference, chance: test.chance)
        : .within(difference: test.difference, chance: test.chance)
    case .percentage:
      let isShare = now.denominator != nil && before.denominator != nil
      self = .untested(isShare ? .notACount : .noBase)
    case .rate, .average, .level:
      self = .untested(.notACount)
    }
  }

  /// Whether the change could be tested.
  var isTested: Bool {
    if case .untested = self { false } else { true }
  }
}

/// Whether the two figures count the same thing the same way.
enum ComparabilityFact: Hashable, Sendable {
  case comparable
  case parted(SeriesBreak)
  case noComparison

  init(_ direction: DirectionOfTravel) {
    switch direction {
    case .rated, .unrated: self = .comparable
    case .notComparable(_, let found): self = .parted(found)
    case .noComparison: self = .noComparison
    }
  }
}
