import Design
import Kernel

/// How a published figure and its change are written for the public.
extension PublicIssue.Row {
  func text(_ shown: PublicIssue.Shown) -> String {
    shown.figure.map { FigureText.value($0, kind) } ?? shown.missing ?? "Not supplied"
  }

  /// The same in few words, for columns: a hidden figure is "Not shown".
  func short(_ shown: PublicIssue.Shown) -> String {
    shown.missing == SmallCounts.words ? "Not shown" : text(shown)
  }

  /// What a share rests on: "120 of 150".
  func base(_ shown: PublicIssue.Shown) -> String? {
    guard let counted = shown.numerator.flatMap({ Figure($0) }),
      let base = shown.denominator.flatMap({ Figure($0) })
    else { return nil }
    return "\(FigureText.value(counted, .count)) of \(FigureText.value(base, .count))"
  }

  /// The change in words: "+12.50% (+25)", "−4.2% (−3.0 points)".
  func change(_ run: PublicIssue.Run) -> String? {
    let difference = run.difference.flatMap { Figure($0) }
    let points = difference.map { figure in
      kind == .percentage
        ? NumberText.points(figure.double) : FigureText.difference(figure.ratio)
    }
    guard let percent = run.changePercent.flatMap({ Figure($0) }) else { return points }
    let places = kind == .percentage ? 1 : 2
    let text = NumberText.percentChange(
      percent.ratio.rounded(to: places).double, places: places)
    return points.map { "\(text) (\($0))" } ?? text
  }

  /// Which way it went, and whether the plan wanted that.
  var direction: String {
    guard let difference = now.difference.flatMap({ Figure($0) }) else { return "" }
    if difference == .zero { return "The same." }
    let way = difference > .zero ? "More" : "Fewer"
    let word = kind == .count ? way : difference > .zero ? "Higher" : "Lower"
    switch now.rating {
    case .green: return "\(word), which we wanted."
    case .amber, .red: return "\(word), which we did not want."
    case .none: return "\(word). \(now.reason.map { "\($0)." } ?? "")"
    }
  }

  /// The word that stands where there is no state; the whole reason stands below the row.
  var stateWords: String? {
    guard now.rating == .none, let reason = now.reason else { return nil }
    if now.value.missing == SmallCounts.words || now.previous.missing == SmallCounts.words {
      return "Not shown"
    }
    return reason.hasPrefix("Not comparable") ? "Not comparable" : reason
  }

  /// What the figure counts, and out of what.
  var countsWords: String {
    let base = definition.denominator.map { ", out of \($0)" } ?? ""
    return definition.numerator.isEmpty ? definition.unit : "\(definition.numerator)\(base)"
  }
}

extension PublicIssue {
  /// Whether the change of a row could be chance, in a plain sentence.
  func chanceSentence(_ row: Row) -> String {
    guard row.now.isTested else { return "\(row.now.chance)." }
    guard row.now.isBeyondChance else { return "A difference of this size can be chance." }
    guard tested > 1 else { return "More than chance alone would give; that does not say why." }
    return survives(row)
      ? "More than chance alone would give, also with \(NumberText.whole(tested)) numbers tested; "
        + "that does not say why."
      : "By itself more than chance would give, but not with \(NumberText.whole(tested)) numbers "
        + "tested."
  }

  /// What chance says of a row's change, by itself and among all that were tested.
  func chance(_ row: Row) -> String {
    row.now.chance
      + AmongTests.words(row.now.isBeyondChance, survives: survives(row), of: tested)
  }

  /// The words below a target without a gap; `nil` where the year ends with the issue's months.
  var yearNotOver: String? {
    guard let last = Period(period)?.lastMonth, last != last.financialYear.lastMonth else {
      return nil
    }
    return "Year not over"
  }

  /// The months in few letters, for the head of a column: "Jul to Sep 2026", "2018/19".
  var shortMonths: String { PublicIssue.short(Period(period)) ?? months }
  /// Those of the year before.
  var shortBefore: String { PublicIssue.short(Period(period)?.yearBefore) ?? before }

  private static func short(_ period: Period?) -> String? {
    guard case .quarter(let quarter)? = period else { return period?.words }
    let first = Month.names[quarter.firstMonth.number - 1].prefix(3)
    let last = Month.names[quarter.lastMonth.number - 1].prefix(3)
    return "\(first) to \(last) \(quarter.lastMonth.year)"
  }
}
