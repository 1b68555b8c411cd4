import Database
import Kernel
import Partnership

/// Gathers what an issue of a plan's period is derived from, in one transaction.
struct IssueReader {
  let measures: [Measure]
  let plan: Plan
  let period: Period
  /// The sign-offs that stand.
  let signOffs: [ID<Priority>: SignOff]

  /// The inputs as they stand now.
  func inputs(number: Int, note: String, on day: Day, in read: Read) throws -> IssueInputs {
    let spans = ReportingSpans(period, latest: nil)
    let first = min(spans.rollingYear.lowerBound, spans.yearToDate.lowerBound).adding(months: -12)
    let contents = try PlanContents(plan, from: first, in: read)
    let judgements = Dictionary(
      try StatementStore.judgements(of: plan.id, period, in: read).map { ($0.member, $0) }
    ) { _, later in later }
    let commentary = Dictionary(
      try StatementStore.commentary(of: plan.id, period, in: read).map { ($0.member, $0) }
    ) { _, later in later }
    var indicators: [ID<Priority>: [IssueInputs.IndicatorInputs]] = [:]
    for member in contents.members {
      let figures = try contents.series(
        of: member, measures: measures, first...spans.now.upperBound, in: read)
      indicators[member.priority, default: []].append(
        IssueInputs.IndicatorInputs(
          contents, member, figures, spans, first: first,
          judgement: judgements[member.id].map {
            .init(state: $0.state.rawValue, words: $0.reason, author: $0.author)
          },
          commentary: commentary[member.id].map {
            .init(state: nil, words: $0.words, author: $0.author)
          }))
    }
    return IssueInputs(
      plan: IssueInputs.PlanFacts(plan), period: period.description, number: number, note: note,
      day: day.description,
      priorities: contents.priorities.map { priority in
        .init(
          code: priority.code, title: priority.title, signedOff: signOffs[priority.id]?.words,
          indicators: indicators[priority.id] ?? [])
      })
  }
}

extension IssueInputs.PlanFacts {
  fileprivate init(_ plan: Plan) {
    slug = plan.slug
    title = plan.title
    years = "\(plan.years.lowerBound) to \(plan.years.upperBound)"
    source = plan.source
    isSynthetic = plan.isSynthetic
    tolerance = plan.tolerance.description
  }
}

extension IssueInputs.IndicatorInputs {
  fileprivate init(
    _ contents: PlanContents, _ member: PlanIndicator, _ figures: MeasuredSeries,
    _ spans: ReportingSpans, first: Month, judgement: IssueInputs.Said?,
    commentary: IssueInputs.Said?
  ) {
    let wanted = (contents.polarities[member.id] ?? []).holding(in: spans.now.lowerBound)
    code = member.code
    title = member.title
    definition = .init(
      (contents.definitions[member.indicator] ?? []).holding(in: spans.now.upperBound))
    polarity = (wanted?.polarity ?? .neutral).description
    polarityReason = wanted?.reason ?? ""
    breaks = (contents.breaks[member.indicator] ?? []).map {
      .init(month: $0.month.description, kind: $0.kind.rawValue, reason: $0.reason)
    }
    points = figures.points(first...spans.now.upperBound, in: contents.plan).map(
      IssueInputs.PointFacts.init)
    targets = contents.targets(of: member).map {
      .init(period: $0.period.description, words: $0.statement.words)
    }
    baseline = member.baseline?.words
    basis = member.basis.rawValue
    annualReason = member.annualReason
    self.judgement = judgement
    self.commentary = commentary
    let measured = figures.measured.map { ["Computed from records: \($0.source)"] } ?? []
    origins = figures.origins(of: spans.now, in: contents.plan).map(\.publicWords) + measured
    isProvisional = figures.measured?.isProvisional ?? false
  }
}

extension IssueInputs.DefinitionFacts {
  fileprivate init(_ definition: Definition?) {
    number = definition?.number ?? 0
    from = definition?.validFrom.description ?? ""
    kind = (definition?.kind ?? .count).rawValue
    unit = definition?.unit ?? ""
    numerator = definition?.numerator ?? ""
    denominator = definition?.denominator
    source = definition?.source ?? ""
    owner = definition?.owner ?? ""
    frequency = (definition?.frequency ?? .month).words
  }
}

extension MeasuredSeries {
  /// Every figure the plan is judged by whose period lies within the months, earliest first.
  fileprivate func points(_ months: ClosedRange<Month>, in plan: Plan) -> [SeriesPoint] {
    let stated = stated(in: plan)
    let whole = Set(kept.map(\.period) + longer.map(\.period)).filter { period in
      if case .month = period { return false }
      return months.lowerBound <= period.months.lowerBound
        && period.months.upperBound <= months.upperBound
    }
    return (whole + months.map(Period.month)).sorted().compactMap { period in
      stated[period].map { SeriesPoint(period: period, amount: $0) }
    }
  }
}

extension Provenance {
  /// Where a figure comes from, as the public is told: no file of a partner by its name.
  fileprivate var publicWords: String {
    switch self {
    case .typed: "Entered by the partnership"
    case .imported(_, let sha256): "Return of an agency (file \(sha256.prefix(12)))"
    case .computed, .synthetic, .published: words
    }
  }
}
