internal import Access
internal import Database
internal import Geography
internal import Kernel
internal import Partnership
internal import Secrets

/// Adds areas that somebody drew: each is a version with a code of its own, from its name.
enum AreaDrawing {
  /// Adds an area, with an entry in the audit trail.
  static func add(_ drawn: DrawnArea, _ services: Services, in write: Write) throws -> Area {
    let versions = try write.count(
      """
      SELECT COUNT(*) FROM place_area WHERE kind = \(drawn.kind.rawValue) AND name = \(drawn.name)
      """)
    let code = "\(slug(drawn.name))-\(versions + 1)"
    let reading = BoundaryReading(
      edition: drawn.edition, columns: AreaColumns(code: "code", name: "name", edition: nil),
      reference: "EPSG:27700",
      areas: [NewArea(code: code, name: drawn.name, shape: drawn.shape, mended: nil)])
    var options = BoundaryOptions(kind: drawn.kind, edition: drawn.edition)
    options.account = drawn.account
    _ = try BoundaryStore.add(
      reading, name: "drawn: \(code)",
      hash: SHA256.hash(Array("\(drawn.edition)/\(code)".utf8) + drawn.shape.wellKnownBinary),
      options, at: drawn.at, in: write)
    let id = try write.first(
      """
      SELECT id FROM place_area WHERE kind = \(drawn.kind.rawValue) \
        AND edition = \(drawn.edition) AND code = \(code)
      """
    ) { row in try row.id(AreaTag.self) }
    guard let id else { throw DatabaseError.shape("the area was given no id") }
    let event = AuditEvent(
      actor: drawn.account, action: "places.area-drawn",
      subject: "area/\(drawn.kind.rawValue)-\(drawn.edition)-\(code)", at: drawn.at)
    try services.audit.record(event, in: write)
    return Area(
      id: id, kind: drawn.kind, edition: drawn.edition, code: code, name: drawn.name)
  }

  /// A name as a code: its letters and digits, joined by hyphens, 30 at most.
  static func slug(_ name: String) -> String {
    let words = name.lowercased().unicodeScalars.split { scalar in
      !("a"..."z").contains(scalar) && !("0"..."9").contains(scalar)
    }
    let slug = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-").prefix(30)
    return slug.isEmpty ? "area" : String(slug)
  }
}
