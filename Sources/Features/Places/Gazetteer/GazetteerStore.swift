internal import Database
internal import Geography
internal import Kernel

/// Writes streets and postcodes.
enum GazetteerStore {
  /// Whether a file with this content was imported before.
  static func isKnown(_ hash: [UInt8], _ read: Read) throws -> Bool {
    try read.count("SELECT COUNT(*) FROM place_gazetteer_file WHERE sha256 = \(hash)") > 0
  }

  /// Stores postcodes; one that is there already gets what the file says of it.
  @discardableResult
  static func add(
    _ rows: [PostcodeRow], file: SourceFile, at now: Instant, in write: Write
  ) throws -> RowsResult {
    // The last row of a postcode counts, as it would row by row.
    var last: [String: PostcodeRow] = [:]
    for row in rows { last[row.postcode.description] = row }
    let codes = last.keys.sorted()
    let id = try addFile("postcodes", file, at: now, in: write)
    var replaced = 0
    for start in stride(from: 0, to: codes.count, by: 500) {
      let some = Array(codes[start..<min(start + 500, codes.count)])
      replaced += try write.run("DELETE FROM place_postcode WHERE postcode IN (\(list: some))")
    }
    var next = codes.makeIterator()
    let columns = [
      "postcode", "easting", "northing", "cell", "quality", "ward", "district", "ended", "file",
    ]
    try write.insert(into: "place_postcode", columns: columns) {
      guard let code = next.next(), let row = last[code] else { return nil }
      return [
        .text(code), Int(row.point.easting.rounded()).bound,
        Int(row.point.northing.rounded()).bound, GridCell.number(row.point).bound,
        row.quality.bound, .text(row.ward), .text(row.district), row.ended.bound, id.bound,
      ]
    }
    return try finish(id, file, stored: codes.count - replaced, replaced: replaced, in: write)
  }

  /// Stores streets; one of the same name and place as another is the same street.
  @discardableResult
  static func add(
    _ rows: [StreetRow], file: SourceFile, at now: Instant, in write: Write
  ) throws -> RowsResult {
    let id = try addFile("streets", file, at: now, in: write)
    var known: Set<StreetKey> = []
    try write.each("SELECT words, easting, northing FROM place_street") { row in
      known.insert(
        StreetKey(words: try row.text(), easting: try row.int(), northing: try row.int()))
    }
    var next = rows.lazy.map { ($0, StreetKey($0)) }.makeIterator()
    let columns = ["name", "words", "locality", "easting", "northing", "cell", "file"]
    let stored = try write.insert(into: "place_street", columns: columns) {
      while let (row, key) = next.next() {
        guard known.insert(key).inserted else { continue }
        return [
          .text(row.name), .text(key.words), .text(row.locality), key.easting.bound,
          key.northing.bound, GridCell.number(row.point).bound, id.bound,
        ]
      }
      return nil
    }
    return try finish(id, file, stored: stored, replaced: 0, in: write)
  }

  /// What makes a street the same as another.
  private struct StreetKey: Hashable {
    let words: String
    let easting: Int
    let northing: Int

    init(words: String, easting: Int, northing: Int) {
      self.words = words
      self.easting = easting
      self.northing = northing
    }

    init(_ row: StreetRow) {
      words = StreetWords.of(row.name)
      easting = Int(row.point.easting.rounded())
      northing = Int(row.point.northing.rounded())
    }
  }

  private static func addFile(
    _ kind: String, _ file: SourceFile, at now: Instant, in write: Write
  ) throws -> Int {
    try write.count(
      """
      INSERT INTO place_gazetteer_file \
        (kind, name, sha256, rows_read, stored, replaced, unplaced, account, imported_at) \
      VALUES (\(kind), \(file.name), \(file.hash), \(file.read), 0, 0, \(file.unplaced), \
        \(file.account), \(now)) RETURNING id
      """)
  }

  private static func finish(
    _ id: Int, _ file: SourceFile, stored: Int, replaced: Int, in write: Write
  ) throws -> RowsResult {
    try write.run(
      """
      UPDATE place_gazetteer_file SET stored = \(stored), replaced = \(replaced) WHERE id = \(id)
      """)
    return RowsResult(
      read: file.read, stored: stored, replaced: replaced, unplaced: file.unplaced)
  }
}
