import Database
import Kernel

extension Archive {
  static let strategy2008 = NewPlan(
    slug: "strategy-2008-11", title: "Crime and Drugs Reduction Strategy 2008-11",
    years: FinancialYear(startingIn: 2008)...FinancialYear(startingIn: 2010), kind: .archive,
    source: "Crime and Drugs Reduction Strategy 2008-11: indicator tables")

  /// Which way each row is wanted, priority by priority in the order of the tables, as its name
  /// and numbers say: H higher, L lower, N neither.
  static let senses2008 = Array(
    "LLLLLH" + "HLLLLHHHL" + "LLHHH" + "HHH" + "LLHLLLLHHHL" + "HHH" + "HLL" + "LLHH" + "LLNHHLL"
      + "HHHHHHHHHHH")

  /// Codes under which a measure stands a second time, with the code it first had.
  private static let repeated: [String: (section: String, code: String)] = [
    "VC1": ("Other key", "VC1"), "VC2": ("Other key", "VC2"), "VC3": ("Other key", "VC3"),
    "VC5": ("Other key", "HC2"), "VC6": ("Other key", "HC3"), "AC4": ("Other key", "AC5"),
  ]
  private static let detections = "Sanctioned detections"

  /// The sixty-two rows with baseline and three targets.
  static func loadStrategy2008(at now: Instant, in write: Write) throws {
    var plan = try ArchivePlan(strategy2008, at: now, in: write)
    var indicators: [String: ID<Indicator>] = [:]
    for (row, sense) in zip(StrategyRow.all, senses2008) {
      let first = row.section == detections ? repeated[row.code] : nil
      let same = first.flatMap { indicators["\($0.section) \($0.code)"] }
      let (member, indicator) = try plan.add(
        ArchivePlan.Row(
          priority: row.priority, title: row.indicator, section: row.section, code: row.code,
          baseline: row.baseline.words, basis: .implied(by: row.targets),
          polarity: polarity(sense), reason: "Follows from the name and the numbers of the row",
          definition: definition(row, plan.years), same: same), in: write)
      indicators["\(row.section) \(row.code)"] = indicator
      try addAliases(row, first: first, of: indicator, in: plan.id, write)
      for (year, target) in zip(plan.years.lowerBound.start..., row.targets) {
        let saying = Saying(
          member: member, period: .year(FinancialYear(startingIn: year)), author: author, now: now)
        try StatementStore.setTarget(target.words, reason: "As published", saying, in: write)
      }
    }
  }

  private static func polarity(_ sense: Character) -> Polarity {
    switch sense {
    case "H": .higher
    case "L": .lower
    default: .neutral
    }
  }

  /// The code without stops and spaces, and the code of the same measure elsewhere.
  private static func addAliases(
    _ row: StrategyRow, first: (section: String, code: String)?, of indicator: ID<Indicator>,
    in plan: ID<Plan>, _ write: Write
  ) throws {
    let plain = row.code.filter { $0 != "." && $0 != " " }
    if plain != row.code {
      try IndicatorStore.addAlias(
        plain, section: row.section, note: "Printed as \(row.code)", of: indicator, in: plan, write)
    }
    if let first {
      try IndicatorStore.addAlias(
        row.code, section: row.section, note: "The same measure as \(first.code)", of: indicator,
        in: plan, write)
    }
  }

  private static func definition(
    _ row: StrategyRow, _ years: ClosedRange<FinancialYear>
  ) -> Definition {
    let kind = kind(of: row)
    return Definition(
      validFrom: years.lowerBound.firstMonth, kind: kind, unit: "not stated",
      numerator: row.indicator, denominator: kind == .count || kind == .level ? nil : "not stated",
      source: strategy2008.source, owner: "not stated", frequency: .year,
      note: row.code == "NI.33"
        ? "Printed with a percent sign, though it is a rate" : "As printed; not defined further")
  }

  private static func kind(of row: StrategyRow) -> FigureKind {
    let units = ([row.baseline] + row.targets).compactMap { $0.level?.unit }
    switch units.first {
    case .percent: return .percentage
    case .perThousand: return .rate
    case .years: return .average
    case .outOf: return .level
    case .number: return .count
    case nil: return row.section == detections ? .percentage : .count
    }
  }
}
