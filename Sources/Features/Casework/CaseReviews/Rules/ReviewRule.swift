internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What the partnership's own review procedure adds to the floor of the law, in one of its versions.
///
/// It may ask for fewer complaints than the floor, never for more (section 104(4); explanatory note 231).
struct ReviewRule: Equatable, Sendable {
  let number: Int
  let validFrom: Day
  /// How many complaints the threshold needs; more than the floor needs are not asked for.
  var needed: Int
  /// Months before the application within which the incidents must have been reported.
  var withinMonths: Int?
  /// Months beginning with the last report within which it must be applied for.
  var applyMonths: Int?
  /// Working days from the application to each step.
  var acknowledgeDays: Int
  var decideDays: Int
  var meetDays: Int
  /// Working days from the day the outcome is told within which it can be appealed against.
  var appealDays: Int
  /// Which days are working days: those that were known when a clock began.
  private(set) var calendar = WorkingCalendar.statutory

  /// The rule that holds on a day; `nil` where the partnership has set none.
  static func on(_ day: Day, _ read: Read) throws -> ReviewRule? {
    try rules("WHERE valid_from <= \(day) ORDER BY valid_from DESC, number DESC LIMIT 1", read)
      .first
  }

  /// The rule of a number.
  static func numbered(_ number: Int, _ read: Read) throws -> ReviewRule? {
    try rules("WHERE number = \(number)", read).first
  }

  /// Every version, the latest first.
  static func all(_ read: Read) throws -> [ReviewRule] {
    try rules("ORDER BY number DESC LIMIT 100", read)
  }

  private static func rules(_ which: SQL, _ read: Read) throws -> [ReviewRule] {
    let calendar = try WorkingDays.calendar(read)
    return try read.all("SELECT \(columns) FROM case_review_rule \(which)") { row in
      try ReviewRule(row: &row, by: calendar)
    }
  }

  /// Keeps a version; earlier ones stay, for the decisions taken under them.
  func add(by account: ID<Account>?, at now: Instant, in write: Write) throws {
    try write.run(
      """
      INSERT INTO case_review_rule (number, valid_from, needed, within_months, apply_months,
        acknowledge_days, decide_days, meet_days, appeal_days, set_at, set_by)
      VALUES (\(number), \(validFrom), \(needed), \(withinMonths), \(applyMonths),
        \(acknowledgeDays), \(decideDays), \(meetDays), \(appealDays), \(now), \(account))
      """)
  }

  private static let columns: SQL = """
    number, valid_from, needed, within_months, apply_months, acknowledge_days, decide_days,
      meet_days, appeal_days
    """

  private init(row: inout Row, by calendar: WorkingCalendar) throws {
    number = try row.int()
    validFrom = try row.parsed()
    needed = try row.int()
    withinMonths = try row.optionalInt()
    applyMonths = try row.optionalInt()
    acknowledgeDays = try row.int()
    decideDays = try row.int()
    meetDays = try row.int()
    appealDays = try row.int()
    self.calendar = calendar
  }

  init(
    number: Int, validFrom: Day, needed: Int, withinMonths: Int? = nil,
    applyMonths: Int? = nil, acknowledgeDays: Int, decideDays: Int, meetDays: Int, appealDays: Int
  ) {
    self.number = number
    self.validFrom = validFrom
    self.needed = needed
    self.withinMonths = withinMonths
    self.applyMonths = applyMonths
    self.acknowledgeDays = acknowledgeDays
    self.decideDays = decideDays
    self.meetDays = meetDays
    self.appealDays = appealDays
  }
}
