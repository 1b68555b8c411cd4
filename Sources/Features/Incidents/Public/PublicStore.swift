internal import Access
internal import Database
internal import Kernel

/// What is kept for the public.
enum PublicStore {
  /// Whether a source is shown: as somebody decided, or else only where it is published already.
  static func isShown(_ source: String, in read: Read) throws -> Bool {
    try read.first(
      "SELECT is_shown FROM incident_public_source WHERE source = \(source)"
    ) { row in try row.int() == 1 } ?? (source == CountSource.policeUK.key)
  }

  /// Keeps somebody's decision.
  static func show(
    _ source: String, _ isShown: Bool, by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO incident_public_source (source, is_shown, account, changed_at) \
      VALUES (\(source), \(isShown), \(account), \(now)) ON CONFLICT (source) DO UPDATE \
      SET is_shown = excluded.is_shown, account = excluded.account, \
        changed_at = excluded.changed_at
      """)
  }

  /// The keys of the sources that have months for the public.
  static func sources(in read: Read) throws -> [String] {
    try read.all(
      "SELECT DISTINCT source FROM incident_public_month ORDER BY source LIMIT 1000"
    ) { row in try row.text() }
  }

  /// The months of a source, the latest first, without their counts.
  static func months(_ source: String, in read: Read) throws -> [PublicMonth] {
    try read.all(
      """
      SELECT month, edition, as_of, is_safe FROM incident_public_month \
      WHERE source = \(source) ORDER BY month DESC LIMIT 120
      """
    ) { row in
      PublicMonth(
        source: source, month: try row.parsed(), edition: try row.int(), asOf: try row.parsed(),
        isSafe: try row.int() == 1, cells: [])
    }
  }

  /// The months of a source with their counts, the latest first.
  static func whole(_ source: String, in read: Read) throws -> [PublicMonth] {
    try months(source, in: read).map { month in
      PublicMonth(
        source: source, month: month.month, edition: month.edition, asOf: month.asOf,
        isSafe: month.isSafe, cells: try cells(of: month, in: read))
    }
  }

  /// The counts of a month, by ward and kind.
  static func cells(of month: PublicMonth, in read: Read) throws -> [PublicCell] {
    try read.all(
      """
      SELECT c.area, c.category, c.count, c.reason FROM incident_public_month m \
      JOIN incident_public_count c ON c.month = m.id \
      WHERE m.source = \(month.source) AND m.month = \(month.month) \
      ORDER BY c.area, c.category LIMIT 100000
      """, PublicCell.init)
  }

  /// The counts of one ward, or of all together, over all months of a source.
  static func cells(
    of ward: String, _ source: String, in read: Read
  ) throws -> [Month: [PublicCell]] {
    let rows = try read.all(wardQuery(ward, source)) { row in
      (try row.parsed(Month.self), try PublicCell(row: &row))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  static func wardQuery(_ ward: String, _ source: String) -> SQL {
    """
    SELECT m.month, c.area, c.category, c.count, c.reason FROM incident_public_month m \
    CROSS JOIN incident_public_count c \
    WHERE m.source = \(source) AND c.month = m.id AND c.area = \(ward) \
    ORDER BY m.month, c.category LIMIT 100000
    """
  }

  /// Puts months in the place of all there were of a source.
  static func replace(_ months: [PublicMonth], of source: String, in write: Write) throws {
    try write.run(
      """
      DELETE FROM incident_public_count WHERE month IN \
        (SELECT id FROM incident_public_month WHERE source = \(source))
      """)
    try write.run("DELETE FROM incident_public_month WHERE source = \(source)")
    for month in months {
      let id = try write.count(
        """
        INSERT INTO incident_public_month (source, month, edition, as_of, is_safe) \
        VALUES (\(source), \(month.month), \(month.edition), \(month.asOf), \(month.isSafe)) \
        RETURNING id
        """)
      var cells = month.cells.makeIterator()
      try write.insert(
        into: "incident_public_count", columns: ["month", "area", "category", "count", "reason"]
      ) {
        cells.next().map {
          [
            id.bound, .text($0.ward), .text($0.category), $0.count.bound,
            .text($0.reason?.rawValue ?? ""),
          ]
        }
      }
    }
  }
}

extension PublicCell {
  init(row: inout Row) throws {
    ward = try row.text()
    category = try row.text()
    count = try row.optionalInt()
    reason = Reason(rawValue: try row.text())
  }
}
