import Design
import Kernel

extension ChanceFact {
  /// The fact in words; never a verdict.
  var words: String {
    switch self {
    case .tested(let test): test.words
    case .untested(let reason): "Not tested: \(reason.words)"
    }
  }
}

extension ChanceFact.Test {
  fileprivate var words: String {
    let change = NumberText.change(difference)
    let range = "±\(NumberText.decimal(chance, places: 0))"
    switch (isBeyond, allowsForBursts) {
    case (true, true): return "More than chance: \(change), chance \(range)"
    case (false, true): return "Could be chance: \(change), chance \(range)"
    case (true, false):
      return "More than chance, if events are independent: \(change), chance at least \(range)"
    case (false, false): return "Could be chance: \(change), chance at least \(range)"
    }
  }
}

/// What becomes of a change that is more than chance by itself, once all that were tested are seen.
enum AmongTests {
  /// To be added to the words of the single test; empty where that found nothing, or was the only one.
  static func words(_ isBeyond: Bool, survives: Bool, of tested: Int) -> String {
    guard isBeyond, tested > 1 else { return "" }
    let all = "after allowing for \(NumberText.whole(tested)) tests"
    return survives ? "; also \(all)" : ", by itself; not \(all)"
  }
}

extension ComparabilityFact {
  /// The fact in words.
  var words: String {
    switch self {
    case .comparable: "Comparable: no break recorded"
    case .parted(let found): "Not comparable. \(found.words)"
    case .noComparison: "Nothing to compare with"
    }
  }
}

/// Figures as pages write them.
enum FigureText {
  /// A figure with its sign: "14,768", "69%", "34.01"; decimals only where it has any.
  static func value(_ figure: Figure, _ kind: FigureKind) -> String {
    let places = figure.whole == nil ? max(1, kind.decimals) : 0
    return NumberText.decimal(figure.double, places: places) + kind.suffix
  }

  /// A level worked out: two decimals where it is no whole number.
  static func level(_ ratio: Ratio, _ kind: FigureKind) -> String {
    let figure = ratio.rounded(to: 2)
    return NumberText.decimal(figure.double, places: figure.whole == nil ? 2 : 0) + kind.suffix
  }

  /// A change in %: two decimals, one for shares, as the published table has them.
  static func change(_ change: Change) -> String? {
    guard let percent = change.percent else { return nil }
    let places = change.isPercentage ? 1 : 2
    return NumberText.percentChange(percent.rounded(to: places).double, places: places)
  }

  /// A difference with its sign: "+58", "−0.4".
  static func difference(_ ratio: Ratio) -> String {
    let figure = ratio.rounded(to: 2)
    return figure.whole.map(NumberText.change)
      ?? NumberText.change(figure.double, places: 2)
  }
}
