import Database
import Kernel

/// The plans of published documents, with figures, targets and states as they were printed.
enum Archive {
  static let author = "As published"

  /// Writes all three plans.
  static func load(at now: Instant, in write: Write) throws {
    try loadOutturn2005(at: now, in: write)
    try loadStrategy2008(at: now, in: write)
    try loadReturn2018(at: now, in: write)
  }
}

extension Archive {
  static let return2018 = NewPlan(
    slug: "csp-2017-21", title: "Community Safety Partnership Plan 2017-21",
    years: FinancialYear(startingIn: 2017)...FinancialYear(startingIn: 2020), kind: .archive,
    source: "Performance report to Overview and Scrutiny, 1 March 2021: table for 2018/19")

  /// The year the table is for.
  static let returnYear = FinancialYear(startingIn: 2018)

  /// The thirteen rows of 2018/19.
  static func loadReturn2018(at now: Instant, in write: Write) throws {
    var plan = try ArchivePlan(return2018, at: now, in: write)
    let year = Period.year(returnYear)
    for (row, sense) in zip(ReturnRow.all, ReturnSense.all) {
      let (member, indicator) = try plan.add(
        ArchivePlan.Row(
          priority: row.priority, title: row.indicator, polarity: sense.polarity,
          reason: sense.reason, definition: sense.definition(row, plan.years)), in: write)
      let provenance = Provenance.published(document: plan.source)
      for (period, value) in [(year, row.value), (year.yearBefore, row.previous)] {
        guard let value else { continue }
        try ObservationStore.record(
          NewObservation(
            indicator: indicator, period: period, amount: Amount(value), provenance: provenance),
          at: now, in: write)
      }
      // Only where nothing can be computed is the printed state a judgement of its own.
      if row.previous == nil {
        try StatementStore.judge(
          row.state, reason: "The table gives this state without a figure for the year before",
          Saying(member: member, period: year, author: author, now: now), in: write)
      }
    }
  }
}

/// What the rows of 2018/19 count and which way their printed states show to be wanted.
private struct ReturnSense {
  let unit: String
  let polarity: Polarity
  let owner: String
  var reason = "Follows from the state printed beside the change"

  static let all: [ReturnSense] = [
    ReturnSense(unit: "call", polarity: .lower, owner: "Police"),
    ReturnSense(unit: "caller", polarity: .lower, owner: "Police"),
    ReturnSense(unit: "report", polarity: .higher, owner: "Council"),
    ReturnSense(unit: "report", polarity: .higher, owner: "Council"),
    ReturnSense(unit: "arrest", polarity: .higher, owner: "Police", reason: unrated),
    ReturnSense(unit: "charge", polarity: .higher, owner: "Police", reason: unrated),
    ReturnSense(unit: "offence", polarity: .lower, owner: "Police", reason: domesticAbuse),
    ReturnSense(unit: "prosecution", polarity: .higher, owner: "Crown Prosecution Service"),
    ReturnSense(unit: "offence", polarity: .lower, owner: "Police"),
    ReturnSense(unit: "offence", polarity: .lower, owner: "Police"),
    ReturnSense(unit: "offence", polarity: .lower, owner: "Police"),
    ReturnSense(unit: "offence", polarity: .lower, owner: "Police"),
    ReturnSense(unit: "offence", polarity: .lower, owner: "Police"),
  ]

  private static let unrated = "Taken from the row's name: nothing was printed to compare with"
  private static let domesticAbuse =
    "Follows from the state printed beside the change; the plan's own text wants more reports"

  func definition(_ row: ReturnRow, _ years: ClosedRange<FinancialYear>) -> Definition {
    Definition(
      validFrom: years.lowerBound.firstMonth, kind: row.isPercentage ? .percentage : .count,
      unit: unit, numerator: row.isPercentage ? "convictions" : row.indicator,
      denominator: row.isPercentage ? "completed prosecutions; their number was not printed" : nil,
      source: Archive.return2018.source, owner: owner, frequency: .year,
      note: "As printed; the document gives no further definition")
  }
}
