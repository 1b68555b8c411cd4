internal import Kernel

/// A day an order asks for attention.
struct OrderDue: Equatable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case expiry
    case hearing
    case youthReview = "youth-review"
    case supportReview = "support-review"

    var title: String {
      switch self {
      case .expiry: "Ends"
      case .hearing: "Hearing"
      case .youthReview: "Review of a young person's order"
      case .supportReview: "Support to be looked at again"
      }
    }
  }

  let kind: Kind
  let day: Day

  /// The days an order asks for from the start.
  static func all(of draft: OrderDraft, rules: [LawFinding]) -> [OrderDue] {
    var dues: [OrderDue] = []
    if draft.power.kind != .legacy, !draft.power.runsByTheHour, let ends = draft.term.ends {
      dues.append(OrderDue(kind: .expiry, day: ends))
    }
    if let hearing = draft.hearingAt {
      dues.append(OrderDue(kind: .hearing, day: London.day(hearing)))
    }
    if let review = youthReview(draft, rules) {
      dues.append(OrderDue(kind: .youthReview, day: review))
    }
    if let review = draft.supportReview { dues.append(OrderDue(kind: .supportReview, day: review)) }
    return dues
  }

  private static func youthReview(_ draft: OrderDraft, _ rules: [LawFinding]) -> Day? {
    youthReview(born: draft.born, beginningWith: draft.term.starts, ends: draft.term.ends, rules)
  }

  /// The last day of a review period, where they are still under 18 at its end and the order runs as
  /// long (Sentencing Act 2020, section 337(1) and (2)).
  ///
  /// The first period begins with the day of the order; the next with the day after the one before; and
  /// anew with the day on which the order is varied.
  static func youthReview(
    born: Day?, beginningWith first: Day, ends: Day?, _ rules: [LawFinding]
  ) -> Day? {
    guard let born,
      let months = rules.first(where: { $0.rule.limit == .reviewMonthsYouth })?.value
    else { return nil }
    let end = StatutoryPeriod.lastDay(ofMonths: months, beginningWith: first)
    let runsOn = ends.map { $0 >= end } ?? true
    return born.years(to: end) < 18 && runsOn ? end : nil
  }
}
