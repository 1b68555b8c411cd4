internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// A risk as somebody assessed it, with one version of one instrument.
struct RiskAssessment: Sendable {
  let id: ID<RiskAssessment>
  /// Whom it is about; `nil` where it is about everybody who suffers.
  let person: ID<CasePerson>?
  let instrument: String
  let version: Int
  /// What its instrument is called, with the version.
  let title: String
  /// Whether lists may show it.
  let isListed: Bool
  let at: Instant
  let account: ID<Account>?
  let score: Int
  /// What the score alone says.
  let scored: RiskLevel
  /// What holds: as scored, or raised.
  let level: RiskLevel
  /// The day on which somebody looks again.
  let reviewOn: Day
  let content: Sensitive<Content>

  var isRaised: Bool { level > scored }

  /// What is sealed.
  struct Content: Codable, Equatable, Sendable {
    /// The place of the answer to each question, from 0.
    var answers: [Int] = []
    var notes = ""
    /// Why it was raised; empty where it was not.
    var reason = ""
  }

  static let columns: SQL = """
    a.id, a.person, a.instrument, a.version, i.title, i.is_listed, a.at, a.account, a.score,
    a.scored, a.level, a.review_on, a.content
    """

  init(row: inout Row, _ keyring: Keyring) throws {
    let id: ID<RiskAssessment> = try row.id()
    self.id = id
    person = try row.optionalID()
    instrument = try row.text()
    version = try row.int()
    title = "\(try row.text()), version \(version)"
    isListed = try row.bool()
    at = try row.parsed()
    account = try row.optionalID()
    score = try row.int()
    scored = RiskLevel(rawValue: try row.int()) ?? .high
    level = RiskLevel(rawValue: try row.int()) ?? .high
    reviewOn = try row.parsed()
    content = try ReportSealing.value(
      keyring.open(try row.bytes(), table: "risk_assessment", row: id, column: "content"))
  }
}

/// A risk to be kept.
struct NewAssessment: Sendable {
  let kept: KeptInstrument
  let person: ID<CasePerson>?
  let answers: [Int]
  /// What it is raised to; `nil` where the score stands.
  var raised: RiskLevel?
  let content: Sensitive<RiskAssessment.Content>

  var score: Int { kept.instrument.score(answers) }
  var scored: RiskLevel { kept.instrument.band(of: score)?.level ?? .high }
  var level: RiskLevel { max(scored, raised ?? scored) }

  /// The day on which somebody looks again, by the band that holds.
  func reviewOn(from today: Day) -> Day {
    today.adding(days: kept.instrument.band(of: level)?.days ?? 1)
  }
}

/// What stands of all assessments of a case, for lists.
struct CaseRisk: Sendable {
  /// The greatest that lists may show; `nil` where there is none.
  let level: RiskLevel?
  let score: Int?
  /// What its instrument is called, with the version.
  let title: String?
  let assessedAt: Instant?
  /// When it is to be assessed; `nil` while the case is closed.
  let reassessOn: Day?
  let reason: RiskDue

  static let columns: SQL =
    "k.level, k.score, i.title, k.version, k.assessed_at, k.reassess_on, k.reason"

  init(row: inout Row) throws {
    level = try row.optionalInt().flatMap(RiskLevel.init(rawValue:))
    score = try row.optionalInt()
    let (title, version) = (try row.optionalText(), try row.optionalInt())
    self.title = title.map { "\($0), version \(version ?? 0)" }
    assessedAt = try row.optionalParsed()
    reassessOn = try row.optionalParsed()
    reason = try row.choice()
  }

  /// Whether it is to be assessed now.
  func isDue(on today: Day) -> Bool { reassessOn.map { $0 <= today } ?? false }

  /// When it is to be assessed, in words; `nil` while the case is closed.
  func dueWords(on today: Day) -> String? {
    guard let day = reassessOn else { return nil }
    let isFirst = assessedAt == nil
    if isDue(on: today) { return isFirst ? "Assess it: due \(day.words)" : reason.title }
    return "\(isFirst ? "Assess it" : "Assess again") by \(day.words)"
  }
}
