internal import Database
internal import Kernel
internal import Partnership

/// How many people and households areas have.
enum PeopleStore {
  /// The estimate of a year, or the nearest before it, of each area of an edition that has one.
  static func people(
    _ kind: AreaKind, _ edition: Int, _ year: Int, _ read: Read
  ) throws -> [String: AreaPeople] {
    let rows = try read.all(latest(kind, edition, year)) { row in
      (
        code: try row.text(),
        people: AreaPeople(
          year: try row.int(), people: try row.int(), households: try row.optionalInt())
      )
    }
    return Dictionary(rows.map { ($0.code, $0.people) }, uniquingKeysWith: { first, _ in first })
  }

  static func latest(_ kind: AreaKind, _ edition: Int, _ year: Int) -> SQL {
    """
    SELECT p.code, p.year, p.people, p.households FROM place_area a \
    JOIN place_population p ON p.code = a.code AND p.year = \
      (SELECT MAX(q.year) FROM place_population q WHERE q.code = a.code AND q.year <= \(year)) \
    WHERE a.kind = \(kind.rawValue) AND a.edition = \(edition) LIMIT 100000
    """
  }

  /// Every estimate of an area, the latest first.
  static func years(_ code: String, _ read: Read) throws -> [AreaPeople] {
    try read.all(
      """
      SELECT year, people, households FROM place_population WHERE code = \(code) \
      ORDER BY year DESC LIMIT 200
      """
    ) { row in
      AreaPeople(year: try row.int(), people: try row.int(), households: try row.optionalInt())
    }
  }

  /// Whether a file with this content was imported before.
  static func isKnown(_ hash: [UInt8], _ read: Read) throws -> Bool {
    try read.count("SELECT COUNT(*) FROM place_population_file WHERE sha256 = \(hash)") > 0
  }

  /// How many of some codes are those of an area of any edition.
  static func matched(_ codes: [String], _ read: Read) throws -> Int {
    var count = 0
    for start in stride(from: 0, to: codes.count, by: 500) {
      let some = Array(codes[start..<min(start + 500, codes.count)])
      count += try read.count(
        "SELECT COUNT(DISTINCT code) FROM place_area WHERE code IN (\(list: some))")
    }
    return count
  }

  /// Stores estimates; an area and year that is there already gets what the file says.
  @discardableResult
  static func add(
    _ rows: [PeopleRow], file: SourceFile, at now: Instant, in write: Write
  ) throws -> RowsResult {
    let id = try write.count(
      """
      INSERT INTO place_population_file \
        (name, sha256, rows_read, stored, replaced, account, imported_at) \
      VALUES (\(file.name), \(file.hash), \(rows.count), 0, 0, \(file.account), \(now)) \
      RETURNING id
      """)
    var replaced = 0
    for codes in Dictionary(grouping: rows, by: \.year).values {
      for start in stride(from: 0, to: codes.count, by: 500) {
        let some = codes[start..<min(start + 500, codes.count)]
        guard let year = some.first?.year else { continue }
        replaced += try write.run(
          """
          DELETE FROM place_population WHERE year = \(year) \
          AND code IN (\(list: some.map(\.code)))
          """)
      }
    }
    var next = rows.makeIterator()
    let columns = ["code", "year", "people", "households", "file"]
    try write.insert(into: "place_population", columns: columns) {
      next.next().map {
        [.text($0.code), $0.year.bound, $0.people.bound, $0.households.bound, id.bound]
      }
    }
    try write.run(
      """
      UPDATE place_population_file SET stored = \(rows.count - replaced), \
        replaced = \(replaced) WHERE id = \(id)
      """)
    return RowsResult(read: file.read, stored: rows.count - replaced, replaced: replaced)
  }
}

/// One estimate of a file.
struct PeopleRow: Equatable, Sendable {
  let code: String
  let year: Int
  let people: Int
  let households: Int?
}
