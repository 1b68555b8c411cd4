internal import Kernel
internal import Partnership

/// Every set of rules, and what they say on a day.
struct LawBook: Sendable {
  let sets: [LawSet]

  /// What is law on a day: of several sets of law that speak of one limit, the one that came into force
  /// last; over it a rule of the partnership's own, where that is stricter.
  func law(on day: Day) -> LawOfDay {
    let acts = acts(on: day)
    var law = acts
    for set in inForce(on: day) where !set.isLaw {
      for rule in set.rules where acts.looserThan(rule) == nil {
        guard acts[rule.power, rule.limit]?.value != rule.value else { continue }
        law.found[LawOfDay.Key(power: rule.power, limit: rule.limit)] = LawFinding(rule, of: set)
      }
    }
    return law
  }

  /// What Acts and regulations say on a day, without the partnership's own rules.
  func acts(on day: Day) -> LawOfDay {
    var found: [LawOfDay.Key: LawFinding] = [:]
    for set in inForce(on: day) where set.isLaw {
      for rule in set.rules {
        found[LawOfDay.Key(power: rule.power, limit: rule.limit)] = LawFinding(rule, of: set)
      }
    }
    return LawOfDay(day: day, found: found)
  }

  /// The rules of a set of the partnership's own that are not applied on a day, each with what the Act says
  /// instead.
  func passedOver(in set: LawSet, on day: Day) -> [(rule: LawRule, act: LawFinding)] {
    guard !set.isLaw else { return [] }
    let acts = acts(on: day)
    return set.rules.compactMap { rule in acts.looserThan(rule).map { (rule, $0) } }
  }

  /// The sets in force on a day, the one that came into force last at the end.
  private func inForce(on day: Day) -> [LawSet] {
    sets.filter { $0.isInForce(on: day) }
      .sorted { ($0.from ?? day, $0.key) < ($1.from ?? day, $1.key) }
  }
}

/// The law on one day.
struct LawOfDay: Sendable {
  struct Key: Hashable, Sendable {
    let power: Power
    let limit: LawLimit
  }

  let day: Day
  fileprivate(set) var found: [Key: LawFinding]

  /// What is said of a limit; `nil` where no rule in force speaks of it.
  subscript(power: Power, limit: LawLimit) -> LawFinding? {
    found[Key(power: power, limit: limit)]
  }

  /// Whether a power can be used: a rule in force speaks of it.
  func has(_ power: Power) -> Bool { power.kind != .legacy && !rules(of: power).isEmpty }

  /// All that is said of a power, in the order of the limits.
  func rules(of power: Power) -> [LawFinding] {
    LawLimit.allCases.compactMap { self[power, $0] }
  }

  /// What a rule is looser than; `nil` where it is none of it.
  func looserThan(_ rule: LawRule) -> LawFinding? {
    let said =
      self[rule.power, rule.limit] ?? rule.limit.exceptionFrom.flatMap { self[rule.power, $0] }
    return said.flatMap { rule.limit.isLooser(rule.value, than: $0.value) ? $0 : nil }
  }
}

/// A rule as a decision keeps it: with the set it came from, as that stood.
struct LawFinding: Codable, Equatable, Sendable {
  let rule: LawRule
  let set: String
  let version: Int
  let source: String

  init(_ rule: LawRule, of set: LawSet) {
    self.rule = rule
    self.set = set.key
    version = set.version
    source = set.source
  }

  var value: Int { rule.value }
  var length: String { rule.limit.words(value) }
  /// Such as "section 77(2), Anti-social Behaviour, Crime and Policing Act 2014".
  var citation: String { "\(rule.section), \(source)" }
}
