internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The grounds in law in the database, and the partnership's rule on agreements.
enum GroundStore {
  /// The most grounds that are read.
  static let most = 500
  private static let rule = "agreement"

  static func all(_ read: Read) throws -> [DatedGround] {
    try read.all(
      """
      SELECT part, key, title, section, regime, version, effective_from, effective_to, is_shipped
      FROM sharing_ground ORDER BY part, place, key LIMIT \(most)
      """
    ) { row in
      let part: ShareGround.Part = try row.choice()
      let ground = ShareGround(
        key: try row.text(), part: part, title: try row.text(), section: try row.text(),
        regime: try row.choice())
      return DatedGround(
        ground: ground, version: try row.int(), from: try row.optionalParsed(),
        through: try row.optionalParsed(), isShipped: try row.bool())
    }
  }

  static func find(
    _ part: ShareGround.Part, _ key: String, _ read: Read
  ) throws -> DatedGround? {
    try all(read).first { $0.ground.part == part && $0.ground.key == key }
  }

  static func add(
    _ ground: ShareGround, from: Day?, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO sharing_ground (part, key, place, title, section, regime, effective_from,
        is_shipped, made_at, account)
      VALUES (\(ground.part.rawValue), \(ground.key), \(most), \(ground.title), \(ground.section),
        \(ground.regime.rawValue), \(from), 0, \(now), \(account))
      """)
  }

  /// Says when a ground is law; ``DatabaseError/stale`` where somebody changed it since.
  static func date(
    _ dated: DatedGround, from: Day?, through: Day?, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE sharing_ground SET effective_from = \(from), effective_to = \(through),
        version = version + 1
      WHERE part = \(dated.ground.part.rawValue) AND key = \(dated.ground.key)
        AND version = \(dated.version)
      """)
  }

  /// The first day on which each share with an organisation of the partnership needs an agreement;
  /// `nil` where the partnership asks for none.
  static func agreementsNeeded(_ read: Read) throws -> Day? {
    try read.first("SELECT effective_from FROM sharing_rule WHERE name = \(rule)") { row in
      try row.optionalParsed() as Day?
    } ?? nil
  }

  static func needAgreements(
    from day: Day?, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO sharing_rule (name, effective_from, made_at, account)
      VALUES (\(rule), \(day), \(now), \(account))
      ON CONFLICT (name) DO UPDATE SET effective_from = excluded.effective_from,
        made_at = excluded.made_at, account = excluded.account
      """)
  }

  /// What a share may name on a day.
  static func choices(on day: Day, _ read: Read) throws -> ShareChoices {
    ShareChoices(
      grounds: try all(read).filter { $0.isInForce(on: day) }.map(\.ground),
      agreements: try AgreementStore.inForce(on: day, read).map(\.offered),
      needsAgreement: try agreementsNeeded(read).map { $0 <= day } ?? false)
  }
}
