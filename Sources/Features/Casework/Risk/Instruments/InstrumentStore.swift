internal import Access
internal import Database
internal import Kernel

/// One version of an instrument, as it is kept.
struct KeptInstrument: Sendable {
  let key: String
  let version: Int
  let isShipped: Bool
  let madeAt: Instant
  let account: ID<Account>?
  /// The sheet it was read from.
  let sheet: String
  let instrument: RiskInstrument

  /// What an assessment says it was made with.
  var title: String { "\(instrument.title), version \(version)" }

  static let columns: SQL = "i.key, i.version, i.is_shipped, i.made_at, i.account, i.sheet"

  init(row: inout Row) throws {
    key = try row.text()
    version = try row.int()
    isShipped = try row.bool()
    madeAt = try row.parsed()
    account = try row.optionalID()
    sheet = try row.text()
    instrument = try InstrumentSheet.read(sheet, name: key)
  }
}

/// The instruments in the database; a version is added and never changed.
enum InstrumentStore {
  private static let most = 200

  /// The newest version of each, by title.
  static func offered(_ read: Read) throws -> [KeptInstrument] {
    try read.all(
      """
      SELECT \(KeptInstrument.columns) FROM risk_instrument i
      WHERE i.version = (SELECT MAX(n.version) FROM risk_instrument n WHERE n.key = i.key)
      ORDER BY i.title, i.key LIMIT \(most)
      """
    ) { row in try KeptInstrument(row: &row) }
  }

  /// Every version of one, the newest first.
  static func versions(of key: String, _ read: Read) throws -> [KeptInstrument] {
    try read.all(
      """
      SELECT \(KeptInstrument.columns) FROM risk_instrument i WHERE i.key = \(key)
      ORDER BY i.version DESC LIMIT \(most)
      """
    ) { row in try KeptInstrument(row: &row) }
  }

  static func find(_ key: String, _ version: Int, _ read: Read) throws -> KeptInstrument? {
    try read.first(
      """
      SELECT \(KeptInstrument.columns) FROM risk_instrument i
      WHERE i.key = \(key) AND i.version = \(version)
      """
    ) { row in try KeptInstrument(row: &row) }
  }

  /// Adds a sheet as the next version of a key; its number.
  static func add(
    _ sheet: String, _ instrument: RiskInstrument, as key: String, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws -> Int {
    let version = 1 + (try versions(of: key, write).first?.version ?? 0)
    try write.run(
      """
      INSERT INTO risk_instrument
        (key, version, title, is_listed, is_shipped, made_at, account, sheet)
      VALUES (\(key), \(version), \(instrument.title), \(instrument.isListed), 0, \(now),
        \(account), \(sheet))
      """)
    return version
  }
}
