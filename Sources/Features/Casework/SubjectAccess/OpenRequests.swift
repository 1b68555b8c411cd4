internal import Database
internal import Kernel
internal import Partnership

/// Cases and reports that open requests for one's own data are about: they are kept until those are
/// answered.
enum OpenRequests {
  /// What of some records open requests ask for.
  static func holds(of references: Set<Reference>, _ read: Read) throws -> [RecordHold] {
    guard !references.isEmpty else { return [] }
    return try read.all(query) { row -> RecordHold? in
      let (request, about): (Reference, Reference) = (try row.parsed(), try row.parsed())
      guard references.contains(about) else { return nil }
      return RecordHold(
        about, "Data request \(request) is open", path: AccessRoute.show(request).path)
    }.compactMap(\.self)
  }

  /// The records of open requests: a few dozen, whatever was answered in all.
  static let query: SQL = """
    SELECT q.reference, c.reference FROM (
      SELECT id, reference FROM access_request WHERE released_at IS NULL) q
    JOIN access_record a ON a.request = q.id AND a.kind = 'person'
    JOIN case_person p ON p.id = a.record JOIN case_file c ON c.id = p.case_file
    UNION ALL
    SELECT q.reference, r.reference FROM (
      SELECT id, reference FROM access_request WHERE released_at IS NULL) q
    JOIN access_record a ON a.request = q.id AND a.kind IN ('reporter', 'subject')
    JOIN report r ON r.id = a.record
    LIMIT 5000
    """
}
