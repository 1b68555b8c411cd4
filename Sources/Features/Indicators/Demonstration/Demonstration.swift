import Access
import Database
import Kernel
import Partnership

/// Fills the demonstration: the published plans, and a made-up one with made-up figures.
struct Demonstration {
  let world: World
  let services: Services
  let now: Instant
  /// The last month that is over.
  let latest: Month
  let agencies: [String: ID<Organisation>]

  /// The first month with figures: a year before the plan.
  static let first = Month(index: 2024 * 12 + 3)

  /// Fills an empty database; does nothing where there is a plan.
  static func make(_ world: World, _ services: Services) throws {
    try services.database.write { write in
      guard try PlanStore.count(in: write) == 0 else { return }
      let now = London.start(of: world.today)
      try Archive.load(at: now, in: write)
      let keyed = try services.people.agencies(write).map { ($0.key, $0.id) }
      let agencies = Dictionary(keyed) { first, _ in first }
      let demonstration = Demonstration(
        world: world, services: services, now: now,
        latest: world.today.month.adding(months: -1), agencies: agencies)
      try demonstration.drawArchiveMonths(in: write)
      try demonstration.makePlan(in: write)
    }
  }

  /// Months for the published years, which add up to the published totals and are only drawn.
  private func drawArchiveMonths(in write: Write) throws {
    guard let plan = try PlanStore.find(Archive.return2018.slug, in: write) else { return }
    var figures = SyntheticFigures(world.generator(for: "indicators.archive"))
    for member in try MembershipStore.all(of: plan.id, in: write) {
      for year in [Archive.returnYear.adding(years: -1), Archive.returnYear] {
        guard
          let total = try ObservationStore.find(member.indicator, .year(year), in: write),
          let definition = try IndicatorStore.definitions(of: member.indicator, in: write).first,
          definition.kind == .count, let whole = total.amount.value.whole
        else { continue }
        for (month, count) in zip(year.months, figures.months(addingUpTo: whole)) {
          try record(Amount(Figure(count)), .month(month), of: member.indicator, in: write)
        }
      }
    }
  }

  private func makePlan(in write: Write) throws {
    var seeds = world.generator(for: "indicators.plan")
    let plan = try PlanStore.add(SyntheticPlan.plan, in: write)
    var position = 0
    for (place, group) in SyntheticPlan.priorities.enumerated() {
      let priority = try PlanStore.addPriority(
        group.title, code: group.code, position: place + 1, to: plan, in: write)
      try appointLead(of: priority, in: write)
      for one in group.indicators {
        position += 1
        let place = Place(plan: plan, priority: priority, group: group, position: position)
        try add(one, at: place, SeededGenerator(seed: seeds.next()), in: write)
      }
    }
    try askForReturns(plan, in: write)
  }

  /// Where an indicator is to stand.
  struct Place {
    let plan: ID<Plan>
    let priority: ID<Priority>
    let group: SyntheticPriority
    let position: Int
  }

  /// A manager of the demonstration leads each priority.
  private func appointLead(of priority: ID<Priority>, in write: Write) throws {
    guard let lead = try services.people.people([.manager], write).first else { return }
    try services.people.assign(
      DutyChange(
        .priorityLead, for: "priority/\(priority)", account: lead.id, by: nil, at: now), write)
  }

  /// Keeps a made-up figure.
  func record(
    _ amount: Amount, _ period: Period, of indicator: ID<Indicator>, in write: Write
  ) throws {
    try ObservationStore.record(
      NewObservation(
        indicator: indicator, period: period, amount: amount, provenance: .synthetic),
      at: now, in: write)
  }
}
