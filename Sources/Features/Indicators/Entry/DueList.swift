import Access
import Kernel

/// What a plan needs for a period: each priority's indicators with their figures and words.
struct DueList: Sendable {
  let plan: Plan
  let period: Period
  let priorities: [DuePriority]
  /// How many issues of the period have been published.
  let issues: Int

  /// The sign-offs that stand, by priority.
  var signOffs: [ID<Priority>: SignOff] {
    priorities.reduce(into: [:]) { $0[$1.priority.id] = $1.signOff }
  }

  var place: FiguresPlace { FiguresPlace(plan: plan.slug, period: period) }
  var missing: Int { priorities.reduce(0) { $0 + $1.missing } }

  /// The list with some of its priorities alone.
  func keeping(_ isKept: (ID<Priority>) -> Bool) -> DueList {
    DueList(
      plan: plan, period: period, priorities: priorities.filter { isKept($0.priority.id) },
      issues: issues)
  }

  var unsigned: [DuePriority] { priorities.filter { $0.signOff == nil && !$0.indicators.isEmpty } }
}

/// One priority of a period.
struct DuePriority: Sendable {
  let priority: Priority
  let indicators: [DueIndicator]
  let signOff: SignOff?
  /// The last sign-off that no longer stands, where none does.
  let withdrawn: SignOff?

  init(priority: Priority, indicators: [DueIndicator], signed: [SignOff]) {
    self.priority = priority
    self.indicators = indicators
    let mark = DuePriority.mark(of: indicators)
    signOff = signed.last { $0.stands(for: mark) }
    withdrawn = signOff == nil ? signed.last : nil
  }

  /// A mark of the figures as they are.
  var mark: String { DuePriority.mark(of: indicators) }

  static func mark(of indicators: [DueIndicator]) -> String {
    let figures = indicators.flatMap { one in
      one.figures.map { due in
        let parts = [due.amount?.value, due.amount?.numerator, due.amount?.denominator]
        let texts = parts.map { $0?.description ?? "none" }
        return "\(one.member.id) \(due.period) \(texts.joined(separator: " "))"
      }
    }
    return Digest.mark(figures.joined(separator: "\n"))
  }

  /// Figures and commentaries that are missing.
  var missing: Int { indicators.reduce(0) { $0 + $1.missingFigures + ($1.lacksWords ? 1 : 0) } }

  var heading: String { priority.heading }
}

/// One indicator of a period.
struct DueIndicator: Sendable {
  let member: PlanIndicator
  let definition: Definition?
  let figures: [DueFigure]
  let row: DashboardRow
  let judgement: Judgement?
  let commentary: Commentary?

  var kind: FigureKind { definition?.kind ?? .count }
  var input: AmountInput { AmountInput(kind: kind, hasBase: definition?.denominator != nil) }
  var missingFigures: Int { figures.count { $0.amount == nil } }

  /// Whether a commentary is due: where there are figures to comment on.
  var lacksWords: Bool { commentary == nil && !figures.isEmpty }

  /// The agency that answers for it, in words.
  var owner: String { definition?.owner ?? "Not stated" }
}

/// One figure that is due.
struct DueFigure: Sendable {
  let period: Period
  /// The figure that was typed or imported, where there is one.
  let standing: Observation?
  /// What the records count, where a measure feeds the indicator.
  let computed: Amount?
  /// Where the figure comes from, with the name of who typed it.
  let origin: String?

  var amount: Amount? { standing?.amount ?? computed }
}

extension Definition.Frequency {
  /// The periods whose figures are due with a period: its months, its quarters or its year.
  ///
  /// A yearly figure is due with the last quarter of its year.
  func periods(of period: Period) -> [Period] {
    let months = period.months
    switch self {
    case .month: return months.map(Period.month)
    case .quarter:
      let quarters = months.filter { $0 == $0.quarter.lastMonth }.map(\.quarter)
      return quarters.filter { months.contains($0.firstMonth) }.map(Period.quarter)
    case .year:
      let year = months.upperBound.financialYear
      return months.upperBound == year.lastMonth ? [.year(year)] : []
    }
  }
}
