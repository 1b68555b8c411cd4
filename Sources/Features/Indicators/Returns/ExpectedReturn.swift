import Access
import Database
import Kernel
import Partnership

/// What an agency has to return for a period, and what has become of it.
struct ExpectedReturn: Sendable {
  let agency: Agency
  let planSlug: String
  let planTitle: String
  let period: Period
  let dueDay: Day
  let lines: [ReturnLine]
  let record: PartnerReturn?
  let chases: [ReturnChase]

  var place: FiguresPlace { FiguresPlace(plan: planSlug, period: period) }
  var missing: Int { lines.count { $0.standing == nil } }
  var isReceived: Bool { record?.isReceived ?? false }

  /// Whether it is late on a day: not received, figures missing, and past its day.
  func isLate(on today: Day) -> Bool { !isReceived && missing > 0 && today > dueDay }

  /// Days past the due day.
  func daysLate(on today: Day) -> Int { max(0, today.number - dueDay.number) }

  /// When to ask: the day after it was due, or as the last asking says; `nil` once it is there.
  var nextChase: Day? {
    isReceived || missing == 0 ? nil : chases.first?.nextDay ?? dueDay.adding(days: 1)
  }

  /// What the form says of itself, so that one for another agency or quarter is known.
  var stamp: String { "hamlet-return 1 \(planSlug) \(period.slug) \(agency.key)" }
}

/// One row of a return: an indicator and a month, quarter or year.
struct ReturnLine: Sendable {
  let member: PlanIndicator
  let definition: Definition
  let period: Period
  let standing: Observation?

  /// The row's id in the form, which does not depend on its place.
  var row: String { "row-\(member.id)-\(period.slug)" }
  var input: AmountInput {
    AmountInput(kind: definition.kind, hasBase: definition.denominator != nil)
  }
}

/// Works out what agencies have to return for a period.
struct ReturnLoader {
  let people: PeopleDirectory

  /// The agencies that owe figures, the earliest due and latest missing first.
  func returns(_ list: DueList, in read: Read) throws -> [ExpectedReturn] {
    let rule = try ReturnStore.rule(of: list.plan.id, in: read)
    let records = try ReturnStore.all(list.plan.id, list.period, in: read)
    return try people.agencies(read).compactMap { agency in
      let lines = ReturnLoader.lines(list, of: agency.id)
      guard !lines.isEmpty else { return nil }
      let record = records.first { $0.organisation == agency.id }
      return ExpectedReturn(
        agency: agency, planSlug: list.plan.slug, planTitle: list.plan.title,
        period: list.period, dueDay: record?.dueDay ?? rule.due(list.period), lines: lines,
        record: record, chases: try record.map { try ReturnStore.chases(of: $0.id, in: read) } ?? []
      )
    }
  }

  /// The rows of an agency: what it answers for and no records of this system count.
  static func lines(_ list: DueList, of agency: ID<Organisation>) -> [ReturnLine] {
    list.priorities.flatMap(\.indicators).flatMap { one -> [ReturnLine] in
      guard let definition = one.definition, definition.organisation == agency,
        definition.measure == nil
      else { return [] }
      return one.figures.map {
        ReturnLine(
          member: one.member, definition: definition, period: $0.period, standing: $0.standing)
      }
    }
  }
}
