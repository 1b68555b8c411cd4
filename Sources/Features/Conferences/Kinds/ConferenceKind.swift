internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// A kind of conference: whom it is for, who sits in it, how it goes; all of it is data.
struct ConferenceKind: Sendable, Identifiable {
  /// The word of it in paths and on the command line, such as `marac`.
  let key: String
  let version: Int
  let title: String
  /// Whether nothing of it may show anywhere but to those who sit in it.
  let isApart: Bool
  /// What a case is about, such as "Person at risk".
  let subjectTitle: String
  /// The other side of it, such as "Person who harms"; empty where there is none.
  let otherTitle: String
  var rules: KindRules
  let statementVersion: Int
  /// Where its rules are from.
  let source: String
  /// What sessions it counts, such as "Prevent sessions"; empty where it counts none.
  let sessionsTitle: String
  /// The grounds on which somebody is referred today.
  var criteria: [Criterion] = []
  /// Grounds that ended; referrals made on them keep them.
  var earlierCriteria: [Criterion] = []

  var id: String { key }

  /// What the audit trail names; rows about what stands apart are shown to nobody else.
  var subject: String { isApart ? "apart/conference/\(key)" : "conference/\(key)" }

  /// The ground of a key, whether or not it ended.
  func criterion(_ key: String) -> Criterion? {
    (criteria + earlierCriteria).first { $0.key == key }
  }

  /// Why somebody may not sit in it; `nil` where they may.
  func refusal(of person: Person, _ agency: AgencyKind?) -> String? {
    guard ConferencePolicy.sitting.contains(person.role), rules.roles.contains(person.role) else {
      return
        "Somebody with the role \(person.role.title.lowercased()) may not sit in this conference"
    }
    guard let agency, rules.agencies.contains(agency) else {
      return "This person's organisation does not sit in this conference"
    }
    return person.isActive ? nil : "This account is closed"
  }
}

/// The rules of a kind that its coordinators may change.
struct KindRules: Equatable, Sendable {
  var purpose = ""
  var statement = ""
  var agenda: [AgendaPart] = []
  /// Days from one meeting to the next.
  var cadenceDays = 28
  /// Days within which an urgent referral is heard.
  var emergencyDays = 3
  /// Days before a meeting by which organisations answer.
  var researchDays = 5
  /// Months within which a further referral of the same parties is a repeat; 0 where it is not asked.
  var repeatMonths = 12
  /// Months a record stays flagged after it was heard; 0 where nothing is flagged.
  var flagMonths = 0
  var caseMinutes = 12
  /// Days for which those who were there may read the minutes.
  var minutesDays = 90
  var agencies: Set<AgencyKind> = []
  var roles: Set<Role> = []
  /// Adult women who live in the area, for the rate; `nil` where it is not counted.
  var adultWomen: Int?
  var adultWomenSource = ""
  /// Cases a year for every 10,000 adult women that a yardstick expects; `nil` where there is none.
  var yardstick: Int?
  /// Months for which a case is kept once it is over.
  var keepMonths = 72

  var keeping: KeepingRule { KeepingRule(months: keepMonths) }
}

extension ConferenceKind {
  static let columns: SQL = """
    k.key, k.version, k.title, k.is_apart, k.subject_title, k.other_title, k.statement_version,
    k.source, k.purpose, k.statement, k.agenda, k.cadence_days, k.emergency_days, k.research_days,
    k.repeat_months, k.flag_months, k.case_minutes, k.minutes_days, k.agencies, k.roles,
    k.adult_women, k.adult_women_source, k.yardstick, k.keep_months,
    k.sessions_title
    """

  init(row: inout Row) throws {
    key = try row.text()
    version = try row.int()
    title = try row.text()
    isApart = try row.bool()
    subjectTitle = try row.text()
    otherTitle = try row.text()
    statementVersion = try row.int()
    source = try row.text()
    rules = KindRules(
      purpose: try row.text(), statement: try row.text(),
      agenda: try AgendaPart.order(row.text()),
      cadenceDays: try row.int(), emergencyDays: try row.int(), researchDays: try row.int(),
      repeatMonths: try row.int(), flagMonths: try row.int(), caseMinutes: try row.int(),
      minutesDays: try row.int(),
      agencies: Set(try Self.words(&row).compactMap { AgencyKind(rawValue: $0) }),
      roles: Set(try Self.words(&row).map { Role(rawValue: $0) }),
      adultWomen: try row.optionalInt(), adultWomenSource: try row.text(),
      yardstick: try row.optionalInt(), keepMonths: try row.int())
    sessionsTitle = try row.text()
  }

  private static func words(_ row: inout Row) throws -> [String] {
    try row.text().split(separator: " ").map(String.init)
  }
}
