internal import Access
internal import Database
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership

/// What the partnership calls a repeat caller, and a vulnerable one; somebody has to choose it first.
///
/// The documents do not say. No rule is made up: until one is chosen there are no flags and no figures.
struct RepeatRule: Equatable, Sendable {
  static let reportsAllowed = 2...20
  static let daysAllowed = 1...730

  /// Counted from 1; a change is another version.
  let version: Int
  /// So many reports of one contact, the one looked at included.
  let reports: Int
  /// Within so many London days, those of the first and the last report included.
  let days: Int
  /// Any of these in one of the reports makes the caller vulnerable.
  let circumstances: Set<Circumstance>
  let chosenAt: Instant
  /// Whether the reports of before were looked at by it; until then nobody is called vulnerable by it.
  let isCounted: Bool

  /// Such as "3 reports within 180 days by one telephone number or email address".
  var words: String {
    "\(reports) reports within \(days) days by one telephone number or email address"
  }

  var vulnerableWords: String {
    let chosen = Circumstance.allCases.filter(circumstances.contains).map { "“\($0.title)”" }
    return chosen.joined(separator: ", ")
  }

  /// Whether a report falls into the days that end with another.
  func counts(_ earlier: Day, endingWith last: Day) -> Bool {
    earlier <= last && last <= StatutoryPeriod.lastDay(ofDays: days, beginningWith: earlier)
  }
}

/// The rules there were, and which holds.
enum RepeatRules {
  /// The rule that holds; `nil` until somebody has chosen one.
  static func current(_ read: Read) throws -> RepeatRule? {
    try read.first(
      """
      SELECT id, reports, days, circumstances, chosen_at, counted_at FROM repeat_rule ORDER BY id DESC LIMIT 1
      """
    ) { row in
      RepeatRule(
        version: try row.int(), reports: try row.int(), days: try row.int(),
        circumstances: Set(
          try row.text().split(separator: " ").compactMap { Circumstance(rawValue: String($0)) }),
        chosenAt: try row.parsed(), isCounted: try row.optionalText() != nil)
    }
  }

  /// Makes a rule hold from now on, and has a job look at the reports of before.
  static func choose(
    _ form: RepeatRuleForm, by account: ID<Account>?, _ services: Services, in write: Write
  ) throws {
    let now = services.clock.now()
    let circumstances = Circumstance.allCases.filter(form.circumstances.contains)
      .map(\.rawValue).joined(separator: " ")
    try write.run(
      """
      INSERT INTO repeat_rule (reports, days, circumstances, chosen_at, chosen_by)
      VALUES (\(form.reports), \(form.days), \(circumstances), \(now), \(account))
      """)
    try services.jobs.enqueue(VulnerableReports.name, payload: "", in: write)
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.repeat-rule", subject: "casework-repeat-rule",
        detail: [
          "reports": String(form.reports), "days": String(form.days),
          "vulnerable": form.circumstances.map(\.rawValue).sorted().joined(separator: ","),
        ], at: now), in: write)
  }
}

/// The rule, read field by field.
struct RepeatRuleForm: Equatable {
  static let wrongReports =
    "Enter how many reports, from \(RepeatRule.reportsAllowed.lowerBound) to "
    + "\(RepeatRule.reportsAllowed.upperBound)"
  static let wrongDays =
    "Enter within how many days, from \(RepeatRule.daysAllowed.lowerBound) to "
    + "\(RepeatRule.daysAllowed.upperBound)"
  static let noCircumstance = "Choose at least one answer that makes a caller vulnerable"

  let reports: Int
  let days: Int
  let circumstances: Set<Circumstance>

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let reports: Int = form.value("reports", or: Self.wrongReports) ?? 0
    let days: Int = form.value("days", or: Self.wrongDays) ?? 0
    circumstances = Set(fields.all("vulnerable").compactMap(Circumstance.init(rawValue:)))
    if !RepeatRule.reportsAllowed.contains(reports) { form.refuse("reports", Self.wrongReports) }
    if !RepeatRule.daysAllowed.contains(days) { form.refuse("days", Self.wrongDays) }
    if circumstances.isEmpty { form.refuse("vulnerable", Self.noCircumstance) }
    try form.finish()
    self.reports = reports
    self.days = days
  }
}
