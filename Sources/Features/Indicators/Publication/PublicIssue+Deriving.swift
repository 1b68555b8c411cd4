import Kernel

extension PublicIssue {
  /// Derives an issue from its inputs; the same inputs give the same issue, always.
  init?(_ inputs: IssueInputs) {
    guard let period = Period(inputs.period) else { return nil }
    let spans = ReportingSpans(period, latest: nil)
    plan = inputs.plan
    self.period = inputs.period
    months = ReportingSpans.words(spans.now)
    before = ReportingSpans.words(ReportingSpans.yearBefore(spans.now))
    number = inputs.number
    note = inputs.note
    day = inputs.day
    let tolerance = Figure(inputs.plan.tolerance) ?? DirectionOfTravel.defaultTolerance
    priorities = inputs.priorities.map { priority in
      PriorityIssue(
        code: priority.code, title: priority.title, signedOff: priority.signedOff,
        rows: priority.indicators.map { Row($0, spans, tolerance: tolerance) })
    }
  }
}

extension PublicIssue.Row {
  fileprivate init(
    _ inputs: IssueInputs.IndicatorInputs, _ spans: ReportingSpans, tolerance: Figure
  ) {
    let series = inputs.series
    let polarity = Polarity(inputs.polarity) ?? .neutral
    let rule = Comparison.Rule(
      kind: inputs.kind, polarity: polarity, tolerance: tolerance, breaks: inputs.seriesBreaks)
    let hiding = SmallCounts(unit: inputs.definition.unit, series: series, kind: inputs.kind)
    func run(_ months: ClosedRange<Month>) -> PublicIssue.Run {
      PublicIssue.Run(Comparison(series, over: months, rule), hiding)
    }
    code = inputs.code
    title = inputs.title
    definition = inputs.definition
    wanted = polarity.words
    wantedReason = inputs.polarityReason
    now = run(spans.now)
    yearToDate = spans.yearToDate == spans.now ? nil : run(spans.yearToDate)
    rollingYear = spans.rollingYear == spans.now ? nil : run(spans.rollingYear)
    let wantedNow = polarity.wanted(over: spans.now)
    let fact = IssueTarget(inputs, year: spans.now.upperBound.financialYear, wanted: wantedNow)
    target = fact?.words
    let year = spans.now.upperBound.financialYear.months
    gap =
      hiding.hides(year)
      ? nil : fact?.gap(of: series.amount(over: year), inputs.kind, wanted: wantedNow)
    annualReason = inputs.annualReason
    judgement = inputs.judgement
    commentary = inputs.commentary
    origins = inputs.origins
    isProvisional = inputs.isProvisional
  }
}

extension PublicIssue.Run {
  fileprivate init(_ comparison: Comparison, _ hiding: SmallCounts) {
    let hidesNow = hiding.hides(comparison.months)
    let hidesBefore = hiding.hides(comparison.before)
    let isHidden = hidesNow || hidesBefore
    // Two figures with a break between them have no change that could be told to anybody.
    let isParted = comparison.direction.isParted
    let change = isHidden || isParted ? nil : comparison.direction.change
    months = ReportingSpans.words(comparison.months)
    value = PublicIssue.Shown(comparison.value, isHidden: hidesNow)
    previous = PublicIssue.Shown(comparison.previous, isHidden: hidesBefore)
    changePercent = change?.percent?.rounded(to: 2).description
    difference = change?.difference.rounded(to: 2).description
    state = isHidden ? RatingState.none.rawValue : comparison.direction.state.rawValue
    reason = isHidden ? SmallCounts.words : comparison.direction.reason
    chance = isHidden ? "Not tested: \(SmallCounts.words)" : comparison.chance.words
    let test = isHidden ? nil : comparison.chance.test
    isBeyondChance = test?.isBeyond ?? false
    probability = test.map { Figure(nearest: $0.probability).description }
    comparability = comparison.comparability.words
    isComparable = comparison.comparability == .comparable
  }
}

extension PublicIssue.Shown {
  fileprivate init(_ amount: Amount?, isHidden: Bool) {
    value = isHidden ? nil : amount?.value.description
    numerator = isHidden ? nil : amount?.numerator?.description
    denominator = isHidden ? nil : amount?.denominator?.description
    missing = amount == nil ? "Not supplied" : isHidden ? SmallCounts.words : nil
  }
}

/// The target of a year out of frozen inputs.
private struct IssueTarget {
  let statement: TargetStatement
  let resolution: TargetResolution
  let kind: FigureKind

  init?(
    _ inputs: IssueInputs.IndicatorInputs, year: FinancialYear, wanted: Polarity.Wanted
  ) {
    guard
      let index = inputs.targets.firstIndex(where: { Period($0.period) == .year(year) })
    else { return nil }
    let statements = inputs.targets.map { TargetStatement(target: $0.words) }
    let resolutions = TargetResolution.resolve(
      statements, baseline: inputs.baseline.map { TargetStatement(baseline: $0) },
      basis: TargetBasis(rawValue: inputs.basis) ?? .notStated)
    statement = statements[index]
    resolution = resolutions[index]
    kind = inputs.kind
  }

  var words: String {
    switch resolution {
    case .level(let level):
      kind == .count
        ? FigureText.value(level.rounded(to: 0), kind) : FigureText.level(level, kind)
    case .state(let state): state.words
    case .unresolved: "\(statement.words): basis not stated"
    case .needsBaseline: "\(statement.words) of a baseline not yet known"
    case .unknown: statement.words
    }
  }

  func gap(of amount: Amount?, _ kind: FigureKind, wanted: Polarity.Wanted) -> String? {
    guard let amount, let level = resolution.level else { return nil }
    let gap = TargetGap(value: amount.exact(kind), target: level, wanted: wanted)
    let met = gap.isMet.map { $0 ? ", met" : ", not met" } ?? ""
    return "\(FigureText.difference(gap.difference)) from it\(met)"
  }
}
