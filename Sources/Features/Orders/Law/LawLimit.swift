/// What a rule of law limits about a power.
enum LawLimit: String, CaseIterable, Codable, Sendable {
  case minimumAge = "minimum-age"
  case warningFirst = "warning-first"
  case longestHours = "longest-hours"
  case longestHoursSenior = "longest-hours-senior"
  case extensionHours = "extension-hours"
  case authorisationHours = "authorisation-hours"
  case longestMonths = "longest-months"
  case longestMonthsYouth = "longest-months-youth"
  case extensionMonths = "extension-months"
  case longestMonthsInAll = "longest-months-in-all"
  case shortestMonths = "shortest-months"
  case shortestMonthsYouth = "shortest-months-youth"
  case hearingHours = "hearing-hours"
  case reviewMonthsYouth = "review-months-youth"
  case youthTeam = "youth-team"
  case supportFirst = "support-first"
  case appealDays = "appeal-days"
  case penaltyDays = "penalty-days"
  case penaltyPounds = "penalty-pounds"

  var title: String {
    switch self {
    case .minimumAge: "Youngest age"
    case .warningFirst: "A written warning comes first"
    case .longestHours: "Longest"
    case .longestHoursSenior: "Longest, authorised by the senior rank"
    case .extensionHours: "Longest extension, authorised by the senior rank"
    case .authorisationHours: "Longest authorisation"
    case .longestMonths: "Longest"
    case .longestMonthsYouth: "Longest, under 18"
    case .extensionMonths: "Longest extension"
    case .longestMonthsInAll: "Longest with every extension"
    case .shortestMonths: "Shortest, 18 and over"
    case .shortestMonthsYouth: "Shortest, under 18"
    case .hearingHours: "Court hears it within"
    case .reviewMonthsYouth: "Review, under 18, every"
    case .youthTeam: "Youth offending team is asked, under 18"
    case .supportFirst: "Support is offered first, under 18"
    case .appealDays: "Appeal or review within"
    case .penaltyDays: "Fixed penalty is open for"
    case .penaltyPounds: "Highest fixed penalty"
    }
  }

  /// The most a value can be, against slips of the keyboard; the least is 1, of a duty 0 for none.
  var most: Int {
    switch unit {
    case .years: 99
    case .hours: 240
    case .months: 240
    case .days: 366
    case .pounds: 100_000
    case .duty: 1
    }
  }

  enum Unit: Sendable { case years, hours, months, days, pounds, duty }

  var unit: Unit {
    switch self {
    case .minimumAge: .years
    case .longestHours, .longestHoursSenior, .extensionHours, .authorisationHours, .hearingHours:
      .hours
    case .longestMonths, .longestMonthsYouth, .extensionMonths, .longestMonthsInAll,
      .shortestMonths, .shortestMonthsYouth, .reviewMonthsYouth:
      .months
    case .appealDays, .penaltyDays: .days
    case .penaltyPounds: .pounds
    case .warningFirst, .youthTeam, .supportFirst: .duty
    }
  }

  /// A value with its unit, such as "3 years" for 36 months or "£100".
  func words(_ value: Int) -> String {
    switch unit {
    case .years: "\(value) years"
    case .hours: Self.counted(value, "hour")
    case .months:
      value >= 24 && value % 12 == 0
        ? Self.counted(value / 12, "year") : Self.counted(value, "month")
    case .days: Self.counted(value, "day")
    case .pounds: "£\(value)"
    case .duty: value == 0 ? "No" : "Yes"
    }
  }

  private static func counted(_ count: Int, _ unit: String) -> String {
    "\(count) \(unit)\(count == 1 ? "" : "s")"
  }
}
