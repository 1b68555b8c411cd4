internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Reads the areas.
enum AreaStore {
  static func editions(_ read: Read) throws -> [AreaEdition] {
    try read.all(
      """
      SELECT kind, edition, CAST(SUM(areas) AS BIGINT), MAX(id) FROM place_boundary_file \
      GROUP BY kind, edition ORDER BY kind, edition DESC LIMIT 1000
      """
    ) { row in
      let (kind, year) = (try row.choice(AreaKind.self), try row.int())
      let (count, last) = (try row.int(), try row.int())
      return AreaEdition(kind: kind, year: year, count: count, stamp: last << 20 | count)
    }
  }

  static func areas(_ kind: AreaKind, _ edition: Int, _ read: Read) throws -> [Area] {
    try read.all(list(kind, edition)) { row in
      Area(
        id: try row.id(), kind: kind, edition: edition, code: try row.text(),
        name: try row.text())
    }
  }

  static func list(_ kind: AreaKind, _ edition: Int) -> SQL {
    """
    SELECT id, code, name FROM place_area \
    WHERE kind = \(kind.rawValue) AND edition = \(edition) ORDER BY code LIMIT 100000
    """
  }

  static func shapes(_ kind: AreaKind, _ edition: Int, _ read: Read) throws -> [ShapedArea] {
    var shaped: [ShapedArea] = []
    try read.each(
      """
      SELECT id, code, name, shape FROM place_area \
      WHERE kind = \(kind.rawValue) AND edition = \(edition) ORDER BY code
      """
    ) { row in
      let area = Area(
        id: try row.id(), kind: kind, edition: edition, code: try row.text(),
        name: try row.text())
      let bytes = try row.bytes()
      guard let shape = MultiPolygon(wellKnownBinary: bytes) else {
        throw DatabaseError.shape("the shape of an area is not a multipolygon")
      }
      shaped.append(ShapedArea(area, shape))
    }
    return shaped
  }

  /// What was wrong with an area's rings; `nil` where nothing was.
  static func mended(_ area: ID<AreaTag>, _ read: Read) throws -> String? {
    try read.first("SELECT mended FROM place_area WHERE id = \(area)") { row in
      try row.optionalText()
    } ?? nil
  }

  /// About how many corners some editions have together, by the bytes of their shapes.
  static func corners(_ kind: AreaKind, _ editions: [Int], _ read: Read) throws -> Int {
    try read.count(
      """
      SELECT CAST(SUM(LENGTH(shape)) AS BIGINT) FROM place_area \
      WHERE kind = \(kind.rawValue) AND edition IN (\(list: editions))
      """) / 16
  }

  /// The files of an edition, or of all.
  static func files(of edition: (AreaKind, Int)? = nil, _ read: Read) throws -> [BoundaryFile] {
    let place: SQL =
      edition.map { "WHERE f.kind = \($0.0.rawValue) AND f.edition = \($0.1)" } ?? ""
    return try read.all(
      """
      SELECT f.kind, f.edition, f.name, f.reference, f.code_field, f.name_field, f.valid_from, \
        f.valid_to, f.areas, f.mended, f.imported_at, f.sha256 \
      FROM place_boundary_file f \(place) ORDER BY f.kind, f.edition DESC, f.id LIMIT 1000
      """
    ) { row in try BoundaryFile(row: &row) }
  }
}

/// One imported boundary file.
struct BoundaryFile: Equatable, Sendable {
  let kind: AreaKind
  let edition: Int
  let name: String
  let reference: String
  let codeField: String
  let nameField: String
  let validFrom: Day?
  let validTo: Day?
  let areas: Int
  let mended: Int
  let importedAt: Instant
  let hash: [UInt8]

  init(row: inout Row) throws {
    kind = try row.choice()
    edition = try row.int()
    name = try row.text()
    reference = try row.text()
    codeField = try row.text()
    nameField = try row.text()
    validFrom = try row.optionalParsed()
    validTo = try row.optionalParsed()
    areas = try row.int()
    mended = try row.int()
    importedAt = try row.parsed()
    hash = try row.bytes()
  }

  /// The hash in hexadecimal digits.
  var hashText: String {
    let digits = Array("0123456789abcdef")
    return String(hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
