internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that changes the rules of a conference.
struct RulesForm {
  let rules: KindRules
  let grounds: [CriteriaForm.Row]

  init(_ fields: Fields, _ kind: ConferenceKind) throws(Refusal) {
    var form = FormReader(fields)
    var rules = kind.rules
    rules.purpose = form.text("purpose", or: "Enter what it is for", limit: 500)
    rules.statement = form.text("statement", or: "Enter the statement everybody signs", limit: 4000)
    rules.agenda = Self.agenda(kind, &form)
    rules.cadenceDays = Self.number("cadence", 1...366, &form)
    rules.emergencyDays = Self.number("emergency", 0...60, &form)
    rules.researchDays = Self.number("research", 0...60, &form)
    rules.repeatMonths = Self.number("repeat", 0...60, &form)
    rules.flagMonths = Self.number("flag", 0...60, &form)
    rules.caseMinutes = Self.number("case-minutes", 1...240, &form)
    rules.minutesDays = Self.number("minutes-days", 1...3660, &form)
    rules.keepMonths = Self.number("keep", 1...1200, &form)
    rules.agencies = Set(AgencyKind.allCases.filter { fields.all("agency").contains($0.rawValue) })
    if rules.agencies.isEmpty { form.refuse("agency", "Choose which organisations sit") }
    rules.roles = ConferencePolicy.sitting.filter { fields.all("role").contains($0.rawValue) }
    if rules.roles.isEmpty { form.refuse("role", "Choose which roles sit") }
    Self.population(&rules, &form)
    let criteria = CriteriaForm(fields, kind, repeats: rules.repeatMonths, &form)
    try form.finish()
    (self.rules, grounds) = (rules, criteria.rows)
  }

  private static func agenda(_ kind: ConferenceKind, _ form: inout FormReader) -> [AgendaPart] {
    let words = form.text("agenda", or: "Enter the order of the agenda").lowercased()
      .split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
    let parts = words.compactMap { AgendaPart(rawValue: $0) }
    let hearsAll = parts.contains(.cases) || parts.contains(.children) && parts.contains(.adults)
    if parts.count != words.count || Set(parts).count != parts.count {
      let known = AgendaPart.allCases.map(\.rawValue).joined(separator: ", ")
      form.refuse("agenda", "Use each of these words once at most: \(known)")
    } else if parts.first != .actions || !hearsAll {
      form.refuse(
        "agenda", "Begin with actions, and leave no case out: children and adults, or cases")
    }
    return parts
  }

  private static func number(
    _ field: String, _ range: ClosedRange<Int>, _ form: inout FormReader
  ) -> Int {
    let words = "Enter a number from \(range.lowerBound) to \(range.upperBound)"
    let value: Int? = form.value(field, or: words)
    if let value, !range.contains(value) { form.refuse(field, words) }
    return value ?? range.lowerBound
  }

  /// A figure and where it is from, or neither.
  private static func population(_ rules: inout KindRules, _ form: inout FormReader) {
    let typed = form.optionalText("adult-women", limit: 12)?.filter { $0 != "," && $0 != " " }
    rules.adultWomen = typed.flatMap { Int($0) }.flatMap {
      (1...50_000_000).contains($0) ? $0 : nil
    }
    rules.adultWomenSource = form.optionalText("adult-women-source") ?? ""
    if typed != nil, rules.adultWomen == nil {
      form.refuse("adult-women", "Enter the figure as a whole number")
    }
    if rules.adultWomen != nil, rules.adultWomenSource.isEmpty {
      form.refuse("adult-women-source", "Enter where the figure is from, and its year")
    }
    let yardstick = form.optionalText("yardstick", limit: 12)
    rules.yardstick = yardstick.flatMap { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil }
    if yardstick != nil, rules.yardstick == nil {
      form.refuse("yardstick", "Enter a whole number from 1 to 1000, or leave it empty")
    }
  }

  /// The values that show rules and grounds in the form.
  static func fields(_ kind: ConferenceKind) -> Fields {
    Fields(
      fields(kind.rules).pairs.map { ($0.name, $0.value) } + CriteriaForm.fields(kind.criteria))
  }

  static func fields(_ rules: KindRules) -> Fields {
    let single: [(String, String)] = [
      ("purpose", rules.purpose), ("statement", rules.statement),
      ("agenda", rules.agenda.map(\.rawValue).joined(separator: " ")),
      ("cadence", String(rules.cadenceDays)), ("emergency", String(rules.emergencyDays)),
      ("research", String(rules.researchDays)), ("repeat", String(rules.repeatMonths)),
      ("flag", String(rules.flagMonths)), ("case-minutes", String(rules.caseMinutes)),
      ("minutes-days", String(rules.minutesDays)),
      ("keep", String(rules.keepMonths)),
      ("adult-women", rules.adultWomen.map { String($0) } ?? ""),
      ("adult-women-source", rules.adultWomenSource),
      ("yardstick", rules.yardstick.map { String($0) } ?? ""),
    ]
    let agencies = rules.agencies.map { ("agency", $0.rawValue) }
    let roles = rules.roles.map { ("role", $0.rawValue) }
    return Fields(single + agencies + roles)
  }
}
