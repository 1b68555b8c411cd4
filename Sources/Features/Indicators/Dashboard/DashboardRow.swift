import Kernel

/// One indicator of a dashboard, with every fact apart: change, target, judgement, chance.
///
/// A class, since it is long and handed from piece to piece as the page is drawn.
final class DashboardRow: Sendable {
  let member: PlanIndicator
  let definition: Definition?
  let wanted: PolarityVersion?
  /// The period asked for.
  let now: Comparison
  let yearToDate: Comparison
  let rollingYear: Comparison
  let target: TargetFact?
  let judgement: Judgement?
  let commentary: Commentary?
  /// The twelve months up to the end of the period.
  let trace: [(month: Month, amount: Amount?)]
  /// Whether months of the trace are synthetic though the plan's figures are not.
  let hasSyntheticMonths: Bool
  let origins: [Provenance]
  /// What the records say of a computed figure: source, what is missing, the last month covered.
  let measured: MeasuredFact?

  init(
    _ contents: PlanContents, _ member: PlanIndicator, _ figures: MeasuredSeries,
    _ spans: ReportingSpans, judgement: Judgement?, commentary: Commentary?
  ) {
    let definition = (contents.definitions[member.indicator] ?? []).holding(
      in: spans.now.upperBound)
    let wanted = (contents.polarities[member.id] ?? []).holding(in: spans.now.lowerBound)
    let stated = figures.stated(in: contents.plan)
    let rule = Comparison.Rule(
      kind: definition?.kind ?? .count, polarity: wanted?.polarity ?? .neutral,
      tolerance: contents.plan.tolerance, breaks: contents.breaks[member.indicator] ?? [])
    self.member = member
    self.definition = definition
    self.wanted = wanted
    now = Comparison(stated, over: spans.now, rule)
    yearToDate = Comparison(stated, over: spans.yearToDate, rule)
    rollingYear = Comparison(stated, over: spans.rollingYear, rule)
    target = TargetFact(
      contents.targets(of: member), member, year: spans.now.upperBound.financialYear,
      wanted: rule.polarity.wanted(over: spans.now), series: stated, kind: rule.kind,
      until: spans.now.upperBound)
    self.judgement = judgement
    self.commentary = commentary
    trace = figures.series.monthly(spans.rollingYear)
    hasSyntheticMonths =
      !contents.plan.isSynthetic && figures.isSynthetic(in: spans.rollingYear)
    origins = figures.origins(of: spans.now, in: contents.plan)
    measured = figures.measured
  }
}

extension DashboardRow {
  /// The state computed from the figures.
  var computed: RatingState { now.direction.state }
  /// The state a person gave; none where nobody did.
  var judged: RatingState { judgement?.state ?? .none }
  /// The state a page leads with: the person's where there is one.
  var shown: RatingState { judgement?.state ?? computed }
  /// Whether a person rated it otherwise than the figures.
  var isDisputed: Bool { computed != .none && judged != .none && judged != computed }
}

/// The target of the year that holds a period, worked out.
struct TargetFact: Sendable {
  let target: Target
  let resolution: TargetResolution
  let warnings: [TargetWarning]
  /// The figure of the year against it; `nil` until the year is over or where there is no level.
  let gap: TargetGap?
  /// Whether the year ends within the months looked at.
  let isYearOver: Bool

  var standing: TargetStanding {
    guard let gap else {
      return resolution.level != nil && !isYearOver ? .yearNotOver : .unknown
    }
    return gap.isMet.map { $0 ? .met : .notMet } ?? .unknown
  }
}

/// What the records behind a computed figure say of themselves.
struct MeasuredFact: Hashable, Sendable {
  let title: String
  let isProvisional: Bool
  let source: String
  let missing: Int
  let latest: Month
}

/// A plan's indicators for one period, by priority.
struct Dashboard: Sendable {
  let plan: Plan
  let period: Period
  let spans: ReportingSpans
  let groups: [Group]
  /// Every row in order.
  let rows: [DashboardRow]
  /// How many changes could be tested against chance.
  let tested: Int
  /// The indicators whose changes stand out from chance, allowing for how many were tested.
  private let survivors: Set<ID<PlanIndicator>>

  init(plan: Plan, period: Period, spans: ReportingSpans, groups: [Group]) {
    self.plan = plan
    self.period = period
    self.spans = spans
    self.groups = groups
    let rows = groups.flatMap(\.rows)
    let tests = rows.compactMap { row in
      row.now.chance.test.map { (member: row.member.id, probability: $0.probability) }
    }
    self.rows = rows
    tested = tests.count
    survivors = Set(
      FalseDiscovery.survivors(tests.map(\.probability)).map { tests[$0].member })
  }

  /// A priority with its indicators.
  struct Group: Sendable {
    let priority: Priority
    let rows: [DashboardRow]
  }

  /// How many rows have a computed state.
  func computed(_ state: RatingState) -> Int { rows.count { $0.computed == state } }
  /// How many rows a person gave a state.
  func judged(_ state: RatingState) -> Int { rows.count { $0.judged == state } }
  /// How many rows a person rated.
  var judgedCount: Int { rows.count { $0.judgement != nil } }
  /// How many rows a person rated otherwise than the figures.
  var disputed: Int { rows.count(where: \.isDisputed) }
  /// How many changes stand out from chance, allowing for how many were tested.
  var beyondChance: Int { survivors.count }
  /// How many targets of the year stand so.
  func targets(_ standing: TargetStanding) -> Int {
    rows.count { $0.target?.standing == standing }
  }

  /// What chance says of a row's change, by itself and among all that were tested.
  func chance(_ row: DashboardRow) -> String {
    let isBeyond = row.now.chance.test?.isBeyond ?? false
    return row.now.chance.words
      + AmongTests.words(isBeyond, survives: survivors.contains(row.member.id), of: tested)
  }
}
