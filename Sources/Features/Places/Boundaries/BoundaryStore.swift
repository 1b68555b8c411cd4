internal import Commands
internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The files of boundaries and their areas.
enum BoundaryStore {
  /// What came of a file with this content, where one was imported before.
  static func known(_ hash: [UInt8], _ read: Read) throws -> BoundaryResult? {
    try read.first(
      """
      SELECT kind, edition, areas, reference, code_field, name_field, id FROM place_boundary_file \
      WHERE sha256 = \(hash) ORDER BY id LIMIT 1
      """
    ) { row in
      BoundaryResult(
        kind: try row.choice(), edition: try row.int(), areas: try row.int(), stored: 0,
        reference: try row.text(), codeField: try row.text(), nameField: try row.text())
    }
  }

  /// Stores a file's areas.
  static func add(
    _ reading: BoundaryReading, name: String, hash: [UInt8], _ options: BoundaryOptions,
    at now: Instant, in write: Write
  ) throws -> BoundaryResult {
    try checkNew(reading, name, options.kind, write)
    let mended = reading.areas.compactMap { area in
      area.mended.map { BoundaryResult.Mended(code: area.code, reason: $0) }
    }
    let file = try write.count(
      """
      INSERT INTO place_boundary_file \
        (kind, edition, name, sha256, reference, code_field, name_field, valid_from, valid_to, \
         areas, mended, account, imported_at) \
      VALUES (\(options.kind.rawValue), \(reading.edition), \(name), \(hash), \
        \(reading.reference), \(reading.columns.code), \(reading.columns.name), \
        \(options.validFrom), \(options.validTo), \(reading.areas.count), \(mended.count), \
        \(options.account), \(now)) RETURNING id
      """)
    var areas = reading.areas.makeIterator()
    let columns = [
      "file", "kind", "edition", "code", "name", "square_metres", "easting", "northing", "mended",
      "shape",
    ]
    try write.insert(into: "place_area", columns: columns) {
      guard let area = areas.next() else { return nil }
      let centre = area.shape.centroid ?? GridPoint(easting: 0, northing: 0)
      return [
        file.bound, .text(options.kind.rawValue), reading.edition.bound, .text(area.code),
        .text(area.name), .real(area.shape.area), .real(centre.easting), .real(centre.northing),
        area.mended.bound, .blob(area.shape.wellKnownBinary),
      ]
    }
    return BoundaryResult(
      kind: options.kind, edition: reading.edition, isEditionAssumed: reading.isEditionAssumed,
      areas: reading.areas.count, stored: reading.areas.count, reference: reading.reference,
      codeField: reading.columns.code, nameField: reading.columns.name, mended: mended)
  }

  /// Takes an edition away; how many areas it had.
  static func remove(_ kind: AreaKind, _ edition: Int, in write: Write) throws -> Int {
    let count = try write.run(
      "DELETE FROM place_area WHERE kind = \(kind.rawValue) AND edition = \(edition)")
    try write.run(
      "DELETE FROM place_boundary_file WHERE kind = \(kind.rawValue) AND edition = \(edition)")
    return count
  }

  /// Throws where an area of the edition has one of the codes already.
  private static func checkNew(
    _ reading: BoundaryReading, _ file: String, _ kind: AreaKind, _ read: Read
  ) throws {
    for start in stride(from: 0, to: reading.areas.count, by: 500) {
      let codes = reading.areas[start..<min(start + 500, reading.areas.count)].map(\.code)
      let found = try read.first(
        """
        SELECT a.code, f.name FROM place_area a JOIN place_boundary_file f ON f.id = a.file \
        WHERE a.kind = \(kind.rawValue) AND a.edition = \(reading.edition) \
          AND a.code IN (\(list: codes)) ORDER BY a.code LIMIT 1
        """
      ) { row in (code: try row.text(), file: try row.text()) }
      if let found {
        throw InputRefused.known(file, found.code, kind, reading.edition, in: found.file)
      }
    }
  }
}
