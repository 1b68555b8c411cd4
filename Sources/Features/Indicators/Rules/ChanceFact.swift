import Glibc
import Statistics

/// Whether chance alone could give a change; it is no verdict, and says nothing of cause.
enum ChanceFact: Hashable, Sendable {
  /// The change beside what chance alone gives.
  case tested(Test)
  /// It cannot be tested.
  case untested(Reason)

  /// A change of a count set beside chance.
  struct Test: Hashable, Sendable {
    let difference: Int
    /// How far either way chance moves the difference 95 times in 100.
    let chance: Double
    let isBeyond: Bool
    /// How often chance alone gives a change as large, 0 to 1.
    let probability: Double
    /// Whether months were there to see bursts; without them the range is at least as wide.
    let allowsForBursts: Bool
  }

  /// Why a change cannot be tested.
  enum Reason: Hashable, Sendable {
    case noComparison
    /// There is no figure to be tested.
    case noFigure
    /// A share without the number it is a share of.
    case noBase
    /// A rate, a mean or a level: these two figures alone cannot tell.
    case notACount
    /// A break parts the two figures.
    case parted

    var words: String {
      switch self {
      case .noComparison: "No earlier figure"
      case .noFigure: "No figure"
      case .noBase: "The number it is a share of was not supplied"
      case .notACount: "Two figures of this kind alone cannot tell"
      case .parted: "The two figures are not comparable"
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
      self = .untested(now == nil ? .noFigure : .noComparison)
      return
    }
    guard kind == .count else {
      let hasBase = now.denominator != nil && before.denominator != nil
      self = .untested(kind == .percentage && !hasBase ? .noBase : .notACount)
      return
    }
    guard let one = now.value.whole, let other = before.value.whole, one >= 0, other >= 0 else {
      self = .untested(.notACount)
      return
    }
    self = .tested(Test(one, other, months))
  }

  /// What is known of the change beside chance, where it was tested.
  var test: Test? {
    guard case .tested(let test) = self else { return nil }
    return test
  }
}

extension ChanceFact.Test {
  /// Under this many events together the exact test decides.
  private static let few = 100

  fileprivate init(_ now: Int, _ before: Int, _ months: (now: [Int], before: [Int])?) {
    let compared =
      months.map { CountDifference(now: $0.now, before: $0.before) }
      ?? CountDifference(now: now, before: before)
    difference = compared.difference
    chance = compared.chance
    allowsForBursts = months != nil
    if compared.dispersion == 1, now + before < Self.few {
      // As in `isBeyondChance`, whose test would be the same one over again.
      probability = TwoCounts(now, over: 1, before, over: 1).eTest
      isBeyond = probability < 0.05
    } else {
      isBeyond = compared.isBeyondChance
      let distance = Double(abs(compared.difference)) / compared.chance * 1.959963984540054
      probability = compared.chance > 0 ? erfc(distance / 2.0.squareRoot()) : 1
    }
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
