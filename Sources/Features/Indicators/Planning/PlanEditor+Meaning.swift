import Database
import Kernel

extension PlanEditor {
  /// Says what the plan wants from a month on; a version that begins with the month is corrected.
  mutating func want(
    _ polarity: Polarity, from month: Month, of member: PlanIndicator, in write: Write
  ) throws {
    let versions = try MembershipStore.polarities(of: member.id, in: write)
    let standing = versions.first { $0.validFrom == month }
    let before = versions.isEmpty ? nil : versions.holding(in: month)
    let wanted = PolarityVersion(validFrom: month, polarity: polarity, reason: reason)
    guard
      try note(
        "Wanted from \(month.words)", of: member.id, before?.polarity.words, polarity.words,
        in: write)
    else { return }
    if standing == nil {
      try MembershipStore.want(wanted, of: member.id, by: account, at: now, in: write)
    } else {
      try MembershipStore.correct(wanted, of: member.id, by: account, at: now, in: write)
    }
  }

  /// Defines an indicator from a month on, or corrects the version that begins with the month.
  ///
  /// Where one of the counted becomes another thing the series breaks, asked for or not.
  mutating func define(
    _ definition: Definition, of member: PlanIndicator, breaks: Bool, in write: Write
  ) throws {
    let versions = try IndicatorStore.definitions(of: member.indicator, in: write)
    let month = definition.validFrom
    let standing = versions.first { $0.validFrom == month }
    let before = versions.isEmpty ? nil : versions.holding(in: month)
    var new = definition
    new.note = reason
    let isNoted = try note(
      "Definition from \(month.words)", ofShared: member, before?.summary, new.summary, in: write)
    if isNoted {
      if standing == nil {
        try IndicatorStore.define(
          new, for: member.indicator, by: account, at: now, in: write)
      } else {
        try IndicatorStore.correct(new, of: member.indicator, in: write)
      }
    }
    let isOtherUnit =
      before.map {
        $0.validFrom < month && !DefinitionRule.isSame($0.unit, definition.unit)
      } ?? false
    if breaks || isOtherUnit {
      try addBreak(
        SeriesBreak(month: month, kind: .definition, reason: reason), of: member, in: write)
    }
  }

  /// Marks a month from which figures may not be compared with earlier ones; one that is marked
  /// already stays.
  mutating func addBreak(
    _ found: SeriesBreak, of member: PlanIndicator, in write: Write
  ) throws {
    let isKnown = try IndicatorStore.breaks(of: member.indicator, in: write).contains {
      $0.month == found.month && $0.kind == found.kind
    }
    guard !isKnown else { return }
    _ = try note(
      "Break in \(found.month.words)", ofShared: member, nil, found.kind.words, in: write)
    try IndicatorStore.add(found, to: member.indicator, by: account, at: now, in: write)
  }

  /// Sets the target of a year in the plan's own words.
  mutating func setTarget(
    _ words: String, for year: FinancialYear, of member: PlanIndicator, in write: Write
  ) throws {
    let standing = try StatementStore.targets(of: member.id, in: write).first {
      $0.target.period == .year(year) && $0.supersededAt == nil
    }
    guard
      try note(
        "Target for \(year)", of: member.id, standing?.target.statement.words, words, in: write)
    else { return }
    try StatementStore.setTarget(
      words, reason: reason,
      Saying(
        member: member.id, period: .year(year), author: author, account: account, now: now),
      in: write)
  }
}

extension Definition {
  /// Everything of it that people agree on, in one line.
  var summary: String {
    let parts: [String?] = [
      kind.words, "counts: \(unit)", numerator, denominator.map { "out of \($0)" }, source,
      "answers for it: \(owner)", frequency.words, measure.map { "computed by \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}

extension FigureKind {
  /// What kind of number it is, in words for a form.
  var words: String {
    switch self {
    case .count: "Number of things counted"
    case .percentage: "Percentage"
    case .rate: "Rate per 1,000"
    case .average: "Average"
    case .level: "Level at one time"
    }
  }
}
