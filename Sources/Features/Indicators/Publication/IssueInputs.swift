import Kernel

/// Everything an issue is derived from, frozen with it, so that it can be derived again.
///
/// Figures are written as text (`-4.17`), periods and months as the database writes them. It holds
/// small counts that the issue hides, and stays inside.
struct IssueInputs: Codable, Hashable, Sendable {
  var format = 1
  let plan: PlanFacts
  let period: String
  let number: Int
  let note: String
  /// The day of publication.
  let day: String
  let priorities: [PriorityInputs]

  struct PlanFacts: Codable, Hashable, Sendable {
    let slug: String
    let title: String
    let years: String
    let source: String
    let isSynthetic: Bool
    let tolerance: String
  }

  struct PriorityInputs: Codable, Hashable, Sendable {
    let code: String
    let title: String
    /// The office that signed it off and when; `nil` where it was published unsigned.
    let signedOff: String?
    let indicators: [IndicatorInputs]
  }

  struct IndicatorInputs: Codable, Hashable, Sendable {
    let code: String
    let title: String
    let definition: DefinitionFacts
    let polarity: String
    let polarityReason: String
    let breaks: [BreakFacts]
    let points: [PointFacts]
    let targets: [TargetFacts]
    let baseline: String?
    let basis: String
    let annualReason: String?
    let judgement: Said?
    let commentary: Said?
    let origins: [String]
    let isProvisional: Bool
  }

  struct DefinitionFacts: Codable, Hashable, Sendable {
    let number: Int
    let from: String
    let kind: String
    let unit: String
    let numerator: String
    let denominator: String?
    let source: String
    let owner: String
    let frequency: String
  }

  struct BreakFacts: Codable, Hashable, Sendable {
    let month: String
    let kind: String
    let reason: String
  }

  struct PointFacts: Codable, Hashable, Sendable {
    let period: String
    let value: String
    let numerator: String?
    let denominator: String?
  }

  struct TargetFacts: Codable, Hashable, Sendable {
    let period: String
    let words: String
  }

  /// A judgement (with its state) or a commentary.
  struct Said: Codable, Hashable, Sendable {
    let state: String?
    let words: String
    let author: String
  }
}

extension IssueInputs.IndicatorInputs {
  var kind: FigureKind { FigureKind(rawValue: definition.kind) ?? .count }

  var series: Series { Series(kind, points.compactMap(\.point)) }

  var seriesBreaks: [SeriesBreak] {
    breaks.compactMap { one in
      guard let month = Month(one.month), let kind = SeriesBreak.Kind(rawValue: one.kind) else {
        return nil
      }
      return SeriesBreak(month: month, kind: kind, reason: one.reason)
    }
  }
}

extension IssueInputs.PointFacts {
  init(_ point: SeriesPoint) {
    period = point.period.description
    value = point.amount.value.description
    numerator = point.amount.numerator?.description
    denominator = point.amount.denominator?.description
  }

  var point: SeriesPoint? {
    guard let period = Period(period), let value = Figure(value) else { return nil }
    return SeriesPoint(
      period: period,
      amount: Amount(
        value, numerator: numerator.flatMap { Figure($0) },
        denominator: denominator.flatMap { Figure($0) }))
  }
}
