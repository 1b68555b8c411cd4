internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// The questions asked once the work on a report has ended, and what was answered.
struct SurveyStore: Sendable {
  static let table: StaticString = "report_survey"
  /// Days for which the questions can be answered.
  static let days = 90

  let keyring: Keyring

  /// Asks about a report; the token of the link, or `nil` where it was answered already.
  func ask(_ report: ID<Report>, at now: Instant, in write: Write) throws -> String? {
    let isAnswered = try write.count(
      "SELECT COUNT(*) FROM report_survey WHERE report = \(report) AND answered_at IS NOT NULL")
    guard isAnswered == 0 else { return nil }
    let token = SecretToken.random()
    try write.run("DELETE FROM report_survey WHERE report = \(report)")
    try write.run(
      """
      INSERT INTO report_survey (report, asked_at, link_hash)
      VALUES (\(report), \(now), \(SecretToken.hash(token)))
      """)
    return token
  }

  /// Whether the questions about a report wait for an answer.
  func isOpen(_ report: ID<Report>, at now: Instant, _ read: Read) throws -> Bool {
    try read.count(
      "SELECT COUNT(*) FROM report_survey WHERE report = \(report) AND \(Self.open(at: now))") > 0
  }

  /// The report of a link that waits for an answer.
  func report(ofLink token: String, at now: Instant, _ read: Read) throws -> ID<Report>? {
    try read.first(
      """
      SELECT report FROM report_survey
      WHERE link_hash = \(SecretToken.hash(token)) AND \(Self.open(at: now))
      """
    ) { row in try row.id() }
  }

  /// Keeps the answers; `false` where there were some already.
  func answer(
    _ answers: SurveyAnswers, about report: ID<Report>, by way: SurveyWay, at now: Instant,
    in write: Write
  ) throws -> Bool {
    let sealed = keyring.seal(answers.words, table: Self.table, row: report, column: "words")
    let changed = try write.run(
      """
      UPDATE report_survey SET answered_at = \(now), way = \(way), link_hash = NULL,
        satisfaction = \(answers.satisfaction.rawValue), had_contact = \(answers.hadContact),
        was_told = \(answers.wasTold), goes_on = \(answers.goesOn), words = \(sealed)
      WHERE report = \(report) AND \(Self.open(at: now))
      """)
    return changed == 1
  }

  /// What was answered about a report.
  func answers(_ report: ID<Report>, _ read: Read) throws -> SurveyAnswers? {
    try read.first(
      """
      SELECT satisfaction, had_contact, was_told, goes_on, words FROM report_survey
      WHERE report = \(report) AND answered_at IS NOT NULL
      """
    ) { row in
      let satisfaction = Satisfaction(rawValue: try row.int()) ?? .neither
      let (contact, told, goesOn): (PlainAnswer?, PlainAnswer?, PlainAnswer?) = (
        try row.optionalChoice(), try row.optionalChoice(), try row.optionalChoice()
      )
      let sealed = try row.bytes()
      // Words past their time are forgotten, the figures stay.
      let words =
        try sealed.isEmpty
        ? Sensitive("")
        : keyring.open(sealed, table: Self.table, row: report, column: "words")
      return SurveyAnswers(
        satisfaction, hadContact: contact, wasTold: told, goesOn: goesOn,
        words: words.reveal(for: "the page of the report"))
    }
  }

  private static func open(at now: Instant) -> SQL {
    "answered_at IS NULL AND asked_at > \(now.adding(seconds: -Double(days) * 86_400))"
  }
}
