internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// The counts of years that are over, kept sealed so that the page opens one record, not every order.
///
/// Whatever writes down a subject's facts has the years of the order counted again, once somebody has
/// asked for them. Both write the row of those years in their transaction, and wait for each other there.
struct EqualityTally: Sendable {
  static let schema = """
    CREATE TABLE orders_equality_tally (last_year {i64} PRIMARY KEY, content {blob}) {strict};
    """

  /// What is sealed; counts of other groups than there are today are of no use.
  private struct Content: Codable {
    var groups = EqualityDimension.allCases.map { $0.groups.map(\.key) }
    let count: EqualityCount
  }

  let keyring: Keyring

  /// The counts of some years: those that are kept, or counted now; and whether they are kept.
  func counts(of years: EqualityYears, _ read: Read) throws -> (count: EqualityCount, isKept: Bool)
  {
    if let kept = try kept(years, read) { return (kept, true) }
    return (try counted(years, read), false)
  }

  /// Counts some years and keeps that.
  func keep(_ years: EqualityYears, in write: Write) throws {
    try forget(years, in: write)
    let content = Content(count: try counted(years, write))
    let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    let sealed = keyring.seal(
      Sensitive(text), table: "orders_equality_tally", row: Self.row(years), column: "content")
    try write.run(
      """
      UPDATE orders_equality_tally SET content = \(sealed) WHERE last_year = \(years.last.start)
      """)
  }

  /// Has the years of a day counted again.
  func forget(_ day: Day, in write: Write) throws {
    try forget(EqualityYears(of: day), in: write)
  }

  /// Has all years counted again.
  static func forgetAll(in write: Write) throws {
    try write.run("UPDATE orders_equality_tally SET content = NULL")
  }

  private func forget(_ years: EqualityYears, in write: Write) throws {
    try write.run(
      """
      INSERT INTO orders_equality_tally (last_year, content) VALUES (\(years.last.start), NULL)
      ON CONFLICT (last_year) DO UPDATE SET content = NULL
      """)
  }

  private func kept(_ years: EqualityYears, _ read: Read) throws -> EqualityCount? {
    let sealed = try read.first(
      "SELECT content FROM orders_equality_tally WHERE last_year = \(years.last.start)"
    ) { row in try row.optionalBytes() }
    guard let sealed, let sealed else { return nil }
    let text = try keyring.open(
      sealed, table: "orders_equality_tally", row: Self.row(years), column: "content")
    let bytes = Data(text.reveal(for: "equality analysis").utf8)
    // One an earlier release kept, of powers there no longer are, is counted again.
    guard let content = try? JSONDecoder().decode(Content.self, from: bytes),
      content.groups == Content(count: content.count).groups
    else { return nil }
    return content.count
  }

  private func counted(_ years: EqualityYears, _ read: Read) throws -> EqualityCount {
    var count = EqualityCount()
    try EqualityStore(keyring: keyring).each(
      from: years.first.firstMonth.firstDay, through: years.last.lastMonth.lastDay, read
    ) { power, facts in count.add(power, facts) }
    return count
  }

  private static func row(_ years: EqualityYears) -> ID<EqualityCount> {
    ID(Int64(years.last.start))
  }
}
