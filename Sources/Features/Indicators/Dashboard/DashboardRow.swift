import Kernel

/// One indicator of a dashboard, with every fact apart: change, target, judgement, chance.
struct DashboardRow: Sendable {
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

  /// A priority with its indicators.
  struct Group: Sendable {
    let priority: Priority
    let rows: [DashboardRow]
  }

  /// Every row in order.
  var rows: [DashboardRow] { groups.flatMap(\.rows) }

  /// How many rows have a computed state.
  func computed(_ state: RatingState) -> Int { count { $0.computed == state } }
  /// How many rows a person gave a state.
  func judged(_ state: RatingState) -> Int { count { $0.judged == state } }
  /// How many rows a person rated.
  var judgedCount: Int { count { $0.judgement != nil } }
  /// How many rows a person rated otherwise than the figures.
  var disputed: Int { count(where: \.isDisputed) }
  /// How many changes could be tested against chance.
  var tested: Int { tests.count }
  /// How many changes stand out from chance, allowing for how many were tested.
  var beyondChance: Int { FalseDiscovery.survivors(tests.map(\.probability)).count }

  /// Counts rows where they are: a row is long, and copying them all is not free.
  private func count(where isCounted: (DashboardRow) -> Bool) -> Int {
    groups.reduce(0) { $0 + $1.rows.count(where: isCounted) }
  }

  private var tests: [ChanceFact.Test] {
    rows.compactMap(\.now.chance.test)
  }
}
