internal import Kernel

/// What the law of the day refuses of a new last day, and the rules it was taken under.
struct OrderVariation {
  let order: Order
  let ends: Day
  let law: LawOfDay
  /// What is kept with the change.
  private(set) var relied: [LawFinding] = []
  /// Why the day is refused; `nil` where it is allowed.
  private(set) var refusal: String?

  init(_ order: Order, to ends: Day, _ law: LawOfDay) {
    (self.order, self.ends, self.law) = (order, ends, law)
    refusal = plain ?? heldAgainstLaw()
  }

  /// Whether it lasts longer than before; an order without an end cannot.
  var extends: Bool { order.term.ends.map { ends > $0 } ?? false }

  private var plain: String? {
    if ends < law.day { return "Choose a day that is not past; to end it now, discharge it" }
    if ends == order.term.ends { return "That is its last day already" }
    if ends < order.term.starts {
      return "Choose a day on or after its first, \(order.term.starts.words)"
    }
    if let before = order.term.ends, before < law.day {
      return "It has ended on \(before.words): it can no longer be extended"
    }
    return nil
  }

  private mutating func heldAgainstLaw() -> String? {
    let first = order.term.starts
    if extends, let last = order.term.ends {
      let limit: LawLimit =
        law[order.power, .extensionMonths] == nil ? .longestMonths : .extensionMonths
      if let words = beyond(limit, from: last.adding(days: 1), "One extension may add") {
        return words
      }
    } else if order.term.ends == nil, !order.isYouth || law[order.power, .longestMonthsYouth] == nil
    {
      // What had no end and gets one is held as if it were made so.
      if let words = beyond(.longestMonths, from: first, "It may last") { return words }
    }
    if let words = beyond(.longestMonthsInAll, from: first, "In all it may last") { return words }
    guard order.isYouth else { return within(.shortestMonths, "It must last") }
    return beyond(.longestMonthsYouth, from: first, "For somebody under 18 it may last")
      ?? within(.shortestMonthsYouth, "For somebody under 18 it must last")
  }

  private mutating func beyond(_ limit: LawLimit, from first: Day, _ words: String) -> String? {
    guard let rule = law[order.power, limit] else { return nil }
    relied.append(rule)
    guard !StatutoryPeriod.isWithin(months: rule.value, from: first, through: ends) else {
      return nil
    }
    let latest = StatutoryPeriod.lastDay(ofMonths: rule.value, beginningWith: first)
    return "\(words) \(rule.length) at most: to \(latest.words) (\(rule.citation))"
  }

  private mutating func within(_ limit: LawLimit, _ words: String) -> String? {
    guard let rule = law[order.power, limit] else { return nil }
    relied.append(rule)
    guard !StatutoryPeriod.isAtLeast(months: rule.value, from: order.term.starts, through: ends)
    else { return nil }
    let soonest = StatutoryPeriod.lastDay(ofMonths: rule.value, beginningWith: order.term.starts)
    return "\(words) \(rule.length) at least: to \(soonest.words) or later (\(rule.citation))"
  }
}

extension Power {
  /// What a council must be satisfied of, and have done, before it changes how long its order lasts.
  func variationTests(extends: Bool) -> [StatutoryTest] {
    switch self {
    case .publicSpaces: extends ? [.stillNecessary, .rights, .extensionConsulted] : []
    case .expeditedPublicSpaces: [.extensionConsents]
    default: []
    }
  }
}

extension StatutoryTest {
  static let stillNecessary = StatutoryTest(
    key: "necessary",
    words:
      "The council is satisfied on reasonable grounds that extending it is necessary to prevent "
      + "the activities from occurring or recurring, or growing in frequency or seriousness, after "
      + "it would have ended", section: "section 60(2)")
  static let extensionConsulted = StatutoryTest(
    key: "consultation",
    words: "The police, the local policing body, community representatives and the owner or "
      + "occupier of the land were consulted, the proposal was published and the parish or "
      + "community and county councils were notified, before it was extended",
    section: "section 72(3) and (4)")
  static let extensionConsents = StatutoryTest(
    key: "rights",
    words: "Particular regard was had to freedom of expression and of assembly, and the chief "
      + "officer of police and the school or the NHS body consented to the new last day",
    section: "section 72A(1)(b) and (3)(b)")
}
