internal import Access
internal import Database
internal import Kernel

/// Keeps scales of harm and reads them.
enum HarmStore {
  private static let columns: SQL = "id, name, version, from_day, source"

  /// The scale in use on a day: the imported one that began last, or else the built-in one.
  static func current(on day: Day, _ read: Read) throws -> HarmScale {
    try scale(
      "WHERE from_day <= \(day) ORDER BY from_day DESC, id DESC LIMIT 1", read) ?? .cambridge
  }

  /// The scale that results cite by a title; `nil` where there is none.
  static func find(_ title: String, _ read: Read) throws -> HarmScale? {
    if title == HarmScale.cambridge.title { return .cambridge }
    return try scale("WHERE name || ', version ' || version = \(title) LIMIT 1", read)
  }

  /// Every scale, the last to begin first; the built-in one last.
  static func all(_ read: Read) throws -> [HarmScale] {
    let ids = try read.all(
      "SELECT id FROM hotspot_harm_scale ORDER BY from_day DESC, id DESC LIMIT 100"
    ) { row in try row.int() }
    return try ids.compactMap { try scale("WHERE id = \($0)", read) } + [.cambridge]
  }

  static func add(
    _ scale: HarmScale, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    let id = try write.count(
      """
      INSERT INTO hotspot_harm_scale (name, version, from_day, source, account, made_at) \
      VALUES (\(scale.name), \(scale.version), \(scale.from), \(scale.source), \(account), \(now)) \
      RETURNING id
      """)
    for (place, weight) in scale.weights.enumerated() {
      try write.run(
        """
        INSERT INTO hotspot_harm_weight (scale, place, category, lowest, highest, note) \
        VALUES (\(id), \(place), \(weight.category), \(weight.lowest), \(weight.highest), \
          \(weight.note))
        """)
    }
  }

  private static func scale(_ condition: SQL, _ read: Read) throws -> HarmScale? {
    let found = try read.first("SELECT \(columns) FROM hotspot_harm_scale \(condition)") { row in
      (
        id: try row.int(), name: try row.text(), version: try row.text(),
        from: try row.parsed(Day.self), source: try row.text()
      )
    }
    guard let found else { return nil }
    let weights = try read.all(
      """
      SELECT category, lowest, highest, note FROM hotspot_harm_weight \
      WHERE scale = \(found.id) ORDER BY place LIMIT 2000
      """
    ) { row in
      HarmScale.Weight(
        category: try row.text(), lowest: try row.optionalReal(), highest: try row.optionalReal(),
        note: try row.text())
    }
    return HarmScale(
      name: found.name, version: found.version, from: found.from, source: found.source,
      weights: weights)
  }
}
