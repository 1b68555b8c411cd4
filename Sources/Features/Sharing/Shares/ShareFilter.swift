internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Which shares a list shows; it stands in the address.
struct ShareFilter: Equatable, Sendable {
  /// Shared now, the first to end first; or ended, the last to end first.
  var isOpen = true
  var organisation: ID<Organisation>?
  /// The key of a gateway.
  var gateway = ""
  var page = 1
}

extension ShareFilter {
  init(_ query: Fields) {
    isOpen = query["show"] != "ended"
    organisation = query["organisation"].flatMap { ID($0) }
    gateway = String((query["gateway"] ?? "").prefix(40))
    page = query["page"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil } ?? 1
  }

  var query: [(String, String)] {
    var query: [(String, String)] = []
    if !isOpen { query.append(("show", "ended")) }
    if let organisation { query.append(("organisation", organisation.description)) }
    if !gateway.isEmpty { query.append(("gateway", gateway)) }
    if page > 1 { query.append(("page", String(page))) }
    return query
  }

  func turned(to page: Int) -> ShareFilter {
    var filter = self
    filter.page = page
    return filter
  }
}

extension ShareStore {
  static let onPage = 50
  /// The most rows of the register as a file.
  static let mostInFile = 10_000

  func page(
    _ filter: ShareFilter, at now: Instant, _ read: Read
  ) throws -> (records: [ShareRecord], hasMore: Bool) {
    let found = try some(
      Self.listQuery(
        filter, at: now, limit: Self.onPage + 1, offset: (filter.page - 1) * Self.onPage),
      read)
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  /// All of a filter, for a file.
  func all(_ filter: ShareFilter, at now: Instant, _ read: Read) throws -> [ShareRecord] {
    try some(Self.listQuery(filter, at: now, limit: Self.mostInFile, offset: 0), read)
  }

  static func listQuery(
    _ filter: ShareFilter, at now: Instant, limit: Int, offset: Int
  ) -> SQL {
    var sql: SQL = "SELECT \(ShareRecord.columns) FROM sharing_share s WHERE"
    sql.append(filter.isOpen ? " s.ends_at > \(now)" : " s.ends_at <= \(now)")
    if let organisation = filter.organisation {
      sql.append(" AND s.organisation = \(organisation)")
    }
    if !filter.gateway.isEmpty { sql.append(" AND s.gateway = \(filter.gateway)") }
    sql.append(filter.isOpen ? " ORDER BY s.ends_at, s.id" : " ORDER BY s.ends_at DESC, s.id DESC")
    sql.append(" LIMIT \(limit) OFFSET \(offset)")
    return sql
  }
}
