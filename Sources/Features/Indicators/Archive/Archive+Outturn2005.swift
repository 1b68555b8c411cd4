import Database
import Kernel

extension Archive {
  static let outturn2005 = NewPlan(
    slug: "strategy-2005-08", title: "Crime and Drugs Reduction Strategy 2005-08",
    years: FinancialYear(startingIn: 2005)...FinancialYear(startingIn: 2007), kind: .archive,
    source: "Crime and Drugs Reduction Strategy 2008-11, Appendix 2: performance 2005-08")

  /// The summary printed in the strategy's text, which its own table does not bear out.
  static let summary2005 = PublishedSummary(total: 47, met: 30, progress: 9, missed: 8)

  private static let areas = [
    "property": "Crimes against property", "violence": "Violent crime",
    "asb": "Anti-social behaviour", "drugs": "Drug misuse and drug-related crime",
    "hate": "Hate crime", "youth": "Youth crime and disorder", "concern": "Concern about crime",
  ]

  /// The forty-two printed rows.
  static func loadOutturn2005(at now: Instant, in write: Write) throws {
    var plan = try ArchivePlan(outturn2005, at: now, in: write)
    for row in OutturnRow.all {
      guard let part = row.parts.first else { continue }
      let wanted = polarity(part.progress.sense)
      let (member, _) = try plan.add(
        ArchivePlan.Row(
          priority: areas[row.area] ?? row.area, title: row.title, code: row.number,
          polarity: wanted.polarity, reason: wanted.reason,
          definition: definition(row, part, plan.years)), in: write)
      let reason = row.note.isEmpty ? "As published" : row.note
      try OutturnStore.add(
        Outturn(
          member: member, number: row.number, status: row.status, reason: reason, author: author,
          parts: row.parts), at: now, in: write)
    }
    try OutturnStore.setSummary(summary2005, of: plan.id, in: write)
  }

  private static func polarity(_ sense: OutturnSense) -> (polarity: Polarity, reason: String) {
    switch sense {
    case .decrease: (.higher, "The figure is the size of the cut")
    case .atLeast, .rising: (.higher, "The target is a floor or a rise")
    case .atMost: (.lower, "The target is a ceiling")
    case .phased:
      (
        .phased(until: FinancialYear(startingIn: 2007).firstMonth, then: .lower),
        "The target wants more reports at first and fewer later; the outturn is told for 2007/08"
      )
    }
  }

  private static func definition(
    _ row: OutturnRow, _ part: Outturn.Part, _ years: ClosedRange<FinancialYear>
  ) -> Definition {
    let kind: FigureKind =
      switch part.unit {
      case "%": .percentage
      case "per 1,000 population": .rate
      case "points": .level
      default: .count
      }
    return Definition(
      validFrom: years.lowerBound.firstMonth, kind: kind, unit: part.unit, numerator: row.title,
      denominator: kind == .percentage || kind == .rate ? "not stated" : nil,
      source: outturn2005.source, owner: "not stated", frequency: .year,
      note: "As printed; not defined further")
  }
}
