import Access
import Database
import Kernel
import Partnership

/// Returns, their chasing and files that wait, in the database.
enum ReturnStore {
  static func all(_ plan: ID<Plan>, _ period: Period, in read: Read) throws -> [PartnerReturn] {
    try read.all(listQuery(plan, period), PartnerReturn.init(row:))
  }

  static func listQuery(_ plan: ID<Plan>, _ period: Period) -> SQL {
    """
    SELECT \(PartnerReturn.columns) FROM partner_return
    WHERE plan = \(plan) AND period = \(period) ORDER BY organisation
    LIMIT \(IndicatorStore.most)
    """
  }

  /// The record of an agency's return, made where there is none yet.
  static func ensure(
    _ expected: ExpectedReturn, _ plan: ID<Plan>, at now: Instant, in write: Write
  ) throws -> PartnerReturn {
    try write.run(
      """
      INSERT INTO partner_return (plan, organisation, agency, period, due_day, state, made_at)
      VALUES (\(plan), \(expected.agency.id), \(expected.agency.name), \(expected.period),
        \(expected.dueDay), 'due', \(now))
      ON CONFLICT (plan, organisation, period) DO NOTHING
      """)
    let found = try write.first(
      """
      SELECT \(PartnerReturn.columns) FROM partner_return
      WHERE plan = \(plan) AND organisation = \(expected.agency.id)
        AND period = \(expected.period)
      """, PartnerReturn.init(row:))
    guard let found else { throw DatabaseError.shape("the return was not kept") }
    return found
  }

  static func rule(of plan: ID<Plan>, in read: Read) throws -> ReturnRule {
    try read.first("SELECT days, version FROM plan_return_rule WHERE plan = \(plan)") { row in
      ReturnRule(days: try row.int(), version: try row.int())
    } ?? .usual
  }

  /// Says when returns are due; refuses a rule that was changed since it was read.
  static func setRule(
    days: Int, of plan: ID<Plan>, version: Int, in write: Write
  ) throws {
    guard version > 0 else {
      try write.update(
        """
        INSERT INTO plan_return_rule (plan, days) VALUES (\(plan), \(days))
        ON CONFLICT (plan) DO NOTHING
        """)
      return
    }
    try write.update(
      """
      UPDATE plan_return_rule SET days = \(days), version = version + 1
      WHERE plan = \(plan) AND version = \(version)
      """)
  }

  static func chase(
    _ id: ID<PartnerReturn>, _ chase: ReturnChase, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO partner_return_chase (partner_return, account, made_at, next_day, words)
      VALUES (\(id), \(chase.account), \(chase.madeAt), \(chase.nextDay), \(chase.words))
      """)
    try write.run(
      """
      UPDATE partner_return SET chased_at = \(chase.madeAt), version = version + 1
      WHERE id = \(id)
      """)
  }

  /// Every asking for a return, the latest first.
  static func chases(of id: ID<PartnerReturn>, in read: Read) throws -> [ReturnChase] {
    try read.all(chasesQuery(id), ReturnChase.init(row:))
  }

  static func chasesQuery(_ id: ID<PartnerReturn>) -> SQL {
    """
    SELECT account, made_at, next_day, words FROM partner_return_chase
    WHERE partner_return = \(id) ORDER BY id DESC LIMIT 50
    """
  }

  /// Keeps a file that was read until it is confirmed; one that waited before is dropped.
  static func keep(
    _ lines: [ReturnAnswer], file: String, sha256: String, of id: ID<PartnerReturn>,
    by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    try write.run("DELETE FROM partner_return_draft WHERE partner_return = \(id)")
    let content = String(decoding: try Frozen.encode(lines), as: UTF8.self)
    try write.run(
      """
      INSERT INTO partner_return_draft (partner_return, account, file, sha256, content, made_at)
      VALUES (\(id), \(account), \(file), \(sha256), \(content), \(now))
      """)
  }

  static func draft(of id: ID<PartnerReturn>, in read: Read) throws -> ReturnDraft? {
    try read.first(
      """
      SELECT id, partner_return, file, sha256, content FROM partner_return_draft
      WHERE partner_return = \(id) ORDER BY id DESC LIMIT 1
      """, ReturnDraft.init(row:))
  }

  /// Marks a return received from a draft, which is done with.
  static func receive(
    _ found: PartnerReturn, _ draft: ReturnDraft, by account: ID<Account>, at now: Instant,
    in write: Write
  ) throws {
    try write.update(
      """
      UPDATE partner_return SET state = 'received', received_at = \(now),
        received_by = \(account), file = \(draft.file), sha256 = \(draft.sha256),
        version = version + 1
      WHERE id = \(found.id) AND version = \(found.version)
      """)
    try write.run("DELETE FROM partner_return_draft WHERE partner_return = \(found.id)")
  }

  /// Notes which figure a row of a return gave.
  static func note(
    _ line: ReturnLine, _ figure: ID<Observation>?, of id: ID<PartnerReturn>, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO partner_return_line (partner_return, plan_indicator, period, observation)
      VALUES (\(id), \(line.member.id), \(line.period), \(figure))
      ON CONFLICT (partner_return, plan_indicator, period)
        DO UPDATE SET observation = excluded.observation
      """)
  }
}
