import Access
import Database
import Kernel
import Partnership

extension Demonstration {
  /// Adds an indicator with its figures, targets and what is said of the last quarter.
  func add(
    _ one: SyntheticIndicator, at place: Place, _ seed: SeededGenerator, in write: Write
  ) throws {
    let indicator = try IndicatorStore.add(one.title, in: write)
    try IndicatorStore.define(definition(of: one), for: indicator, at: now, in: write)
    if let broken = one.broken {
      var after = definition(of: one)
      after.validFrom = broken.month
      after.note = broken.reason
      try IndicatorStore.define(after, for: indicator, at: now, in: write)
      try IndicatorStore.add(broken, to: indicator, at: now, in: write)
    }
    let baseline = try fill(indicator, one, seed, in: write)
    let member = try MembershipStore.add(
      NewPlanIndicator(
        plan: place.plan, priority: place.priority, indicator: indicator,
        position: place.position, title: one.title, code: one.code,
        annualReason: one.annualReason, baseline: baseline, basis: one.basis), in: write)
    let wanted = PolarityVersion(
      validFrom: Demonstration.first, polarity: one.polarity, reason: one.reason)
    try MembershipStore.want(wanted, of: member, at: now, in: write)
    for (start, words) in zip(SyntheticPlan.plan.years.lowerBound.start..., one.targets) {
      let saying = saying(member, .year(FinancialYear(startingIn: start)), place.group)
      try StatementStore.setTarget(words, reason: "Set with the plan", saying, in: write)
    }
    let quarter = saying(member, .quarter(lastQuarter), place.group)
    if let words = one.commentary { try StatementStore.comment(words, quarter, in: write) }
    if let judgement = one.judgement {
      try StatementStore.judge(judgement.state, reason: judgement.reason, quarter, in: write)
    }
  }

  /// The last quarter that is over.
  var lastQuarter: Quarter {
    latest.quarter.lastMonth == latest ? latest.quarter : latest.quarter.adding(quarters: -1)
  }

  private func saying(
    _ member: ID<PlanIndicator>, _ period: Period, _ group: SyntheticPriority
  ) -> Saying {
    Saying(member: member, period: period, author: "Lead of \(group.title)", now: now)
  }

  private func definition(of one: SyntheticIndicator) -> Definition {
    Definition(
      validFrom: Demonstration.first, kind: one.kind, unit: one.unit, numerator: one.title,
      denominator: one.denominator,
      source: one.measure == nil ? "Synthetic figures" : one.source,
      owner: one.owner, organisation: agencies[one.agency], frequency: one.frequency,
      measure: one.measure, note: "First recorded")
  }

  /// Draws the figures; gives the baseline of 2024/25 in words.
  private func fill(
    _ indicator: ID<Indicator>, _ one: SyntheticIndicator, _ seed: SeededGenerator,
    in write: Write
  ) throws -> String? {
    guard one.measure == nil else { return "To be baselined" }
    var figures = SyntheticFigures(seed)
    var points: [SeriesPoint] = []
    for (offset, month) in (Demonstration.first...latest.adding(months: -one.late)).enumerated() {
      guard let amount = figures.amount(one, month, at: offset) else { continue }
      points.append(SeriesPoint(period: .month(month), amount: amount))
    }
    let months = Series(one.kind, points)
    let base = months.amount(over: Demonstration.first.financialYear.months)
    for period in periods(of: one) {
      guard let amount = months.amount(over: period.months) else { continue }
      try record(amount, period, of: indicator, in: write)
    }
    return base.map { "\($0.value.ratio.rounded(to: 1))\(one.kind.suffix) (2024/25)" }
  }

  /// The periods an indicator has figures for, by how often it is told.
  private func periods(of one: SyntheticIndicator) -> [Period] {
    let months = Demonstration.first...latest
    switch one.frequency {
    case .month: return months.map(Period.month)
    case .quarter: return months.filter { $0 == $0.quarter.lastMonth }.map { .quarter($0.quarter) }
    case .year:
      return months.filter { $0 == $0.financialYear.lastMonth }.map { .year($0.financialYear) }
    }
  }

  /// The returns of the last quarter: one agency has not sent its own.
  func askForReturns(_ plan: ID<Plan>, in write: Write) throws {
    let due = try ReturnStore.rule(of: plan, in: write).due(.quarter(lastQuarter))
    for agency in try services.people.agencies(write) where agency.kind != .council {
      let isLate = agency.kind == .voluntary
      try write.run(
        """
        INSERT INTO partner_return
          (plan, organisation, agency, period, due_day, state, made_at, received_at)
        VALUES (\(plan), \(agency.id), \(agency.name), \(Period.quarter(lastQuarter)), \(due),
          \(isLate ? "due" : "received"), \(now), \(isLate ? nil : now))
        """)
    }
  }
}
