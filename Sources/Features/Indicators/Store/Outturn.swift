import Access
import Database
import Kernel

/// How one target of a plan ended, with the figures of its parts.
struct Outturn: Hashable, Sendable {
  let member: ID<PlanIndicator>
  /// The number the document prints; not unique.
  let number: String
  let status: OutturnStatus
  let reason: String
  let author: String
  var parts: [Part] = []

  /// One measure of the target; most have one, some have sub-targets.
  struct Part: Hashable, Sendable {
    /// The sub-target's mark, such as `i`; empty where the target has one measure.
    let label: String
    let measure: String
    let unit: String
    let progress: OutturnProgress
    let note: String
  }

  /// Whether the judgement and the figures say the same.
  var agreement: OutturnAgreement { OutturnAgreement(status, parts.map(\.progress)) }
}

/// Outturns in the database.
enum OutturnStore {
  /// The outturns of a plan by the indicator they belong to.
  static func all(of plan: ID<Plan>, in read: Read) throws -> [ID<PlanIndicator>: Outturn] {
    var found: [ID<PlanIndicator>: Outturn] = [:]
    try read.each(
      """
      SELECT plan_indicator, number, status, reason, author FROM outturn
      WHERE plan_indicator IN (SELECT id FROM plan_indicator WHERE plan = \(plan))
      """
    ) { row in
      let one = Outturn(
        member: try row.id(), number: try row.text(), status: try row.choice(),
        reason: try row.text(), author: try row.text())
      found[one.member] = one
    }
    try read.each(
      """
      SELECT plan_indicator, label, measure, unit, sense, target, outturn, note FROM outturn_part
      WHERE plan_indicator IN (SELECT id FROM plan_indicator WHERE plan = \(plan))
      ORDER BY plan_indicator, position
      """
    ) { row in
      let member: ID<PlanIndicator> = try row.id()
      found[member]?.parts.append(try Outturn.Part(row: &row))
    }
    return found
  }

  static func summary(of plan: ID<Plan>, in read: Read) throws -> PublishedSummary? {
    try read.first(
      "SELECT total, met, progress, missed FROM outturn_summary WHERE plan = \(plan)"
    ) { row in
      PublishedSummary(
        total: try row.int(), met: try row.int(), progress: try row.int(),
        missed: try row.int())
    }
  }

  static func setSummary(_ summary: PublishedSummary, of plan: ID<Plan>, in write: Write) throws {
    try write.run(
      """
      INSERT INTO outturn_summary (plan, total, met, progress, missed)
      VALUES (\(plan), \(summary.total), \(summary.met), \(summary.progress), \(summary.missed))
      """)
  }

  static func add(
    _ outturn: Outturn, by account: ID<Account>? = nil, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO outturn (plan_indicator, number, status, reason, author, account, made_at)
      VALUES (\(outturn.member), \(outturn.number), \(outturn.status.rawValue),
        \(outturn.reason), \(outturn.author), \(account), \(now))
      """)
    for (position, part) in outturn.parts.enumerated() {
      try write.run(
        """
        INSERT INTO outturn_part
          (plan_indicator, position, label, measure, unit, sense, target, outturn, note)
        VALUES (\(outturn.member), \(position + 1), \(part.label), \(part.measure),
          \(part.unit), \(part.progress.sense.word), \(part.progress.target),
          \(part.progress.outturn), \(part.note))
        """)
    }
  }
}

extension Outturn.Part {
  init(row: inout Row) throws {
    label = try row.text()
    measure = try row.text()
    unit = try row.text()
    guard let sense = OutturnSense(try row.text()) else {
      throw DatabaseError.shape("the sense of an outturn is not known")
    }
    progress = OutturnProgress(
      sense: sense, target: try row.optionalFigure(), outturn: try row.optionalFigure())
    note = try row.text()
  }
}
