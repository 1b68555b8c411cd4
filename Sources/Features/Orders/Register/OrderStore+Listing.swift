internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Which orders a list shows.
struct OrderFilter: Equatable, Sendable {
  var power: Power?
  /// Only what is in force or to begin, the first to end first; else all, the latest first.
  var isLive = true
  var page = 1
}

extension OrderStore {
  func page(
    _ filter: OrderFilter, of organisation: ID<Organisation>?, at now: Instant, _ read: Read
  ) throws -> (orders: [Order], hasMore: Bool) {
    let found = try read.all(Self.listQuery(filter, of: organisation, at: now)) { row in
      try Order(row: &row, keyring)
    }
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  static func listQuery(
    _ filter: OrderFilter, of organisation: ID<Organisation>?, at now: Instant
  ) -> SQL {
    var sql: SQL = "SELECT \(Order.columns) FROM orders_order o WHERE 1 = 1"
    if let power = filter.power { sql.append(" AND o.power = \(power.rawValue)") }
    if let organisation { sql.append(" AND o.organisation = \(organisation)") }
    if filter.isLive {
      sql.append(" AND o.kind = 'order' AND o.ends_at > \(now) ORDER BY o.ends_at, o.id")
    } else {
      sql.append(" ORDER BY o.id DESC")
    }
    sql.append(" LIMIT \(onPage + 1) OFFSET \((filter.page - 1) * onPage)")
    return sql
  }

  /// The orders whose subject has every word of a name, the latest first, at most a page.
  func named(
    _ name: Sensitive<String>, of organisation: ID<Organisation>?, _ read: Read
  ) throws -> [Order] {
    let wanted = Self.tokens.wanted(name, keyring)
    guard !wanted.isEmpty else { return [] }
    return try read.all(Self.namedQuery(wanted, of: organisation)) { row in
      try Order(row: &row, keyring)
    }
  }

  static func namedQuery(_ wanted: [[[UInt8]]], of organisation: ID<Organisation>?) -> SQL {
    var sql: SQL = "SELECT \(Order.columns) FROM orders_order o WHERE 1 = 1"
    for tokens in wanted {
      sql.append(
        " AND o.id IN (SELECT t.order_id FROM orders_token t WHERE t.token IN (\(list: tokens)))")
    }
    if let organisation { sql.append(" AND o.organisation = \(organisation)") }
    sql.append(" ORDER BY o.id DESC LIMIT \(onPage)")
    return sql
  }

  /// What asks for attention up to a day, the earliest first.
  func due(
    through last: Day, of organisation: ID<Organisation>?, page: Int? = nil, _ read: Read
  ) throws -> [(due: OrderDue, order: Order)] {
    try due(read, Self.dueQuery(through: last, of: organisation, page: page))
  }

  func due(_ read: Read, _ query: SQL) throws -> [(due: OrderDue, order: Order)] {
    try read.all(query) { row in
      let due = OrderDue(kind: try row.choice(), day: try row.parsed())
      return (due, try Order(row: &row, keyring))
    }
  }

  /// A page of the same.
  func diary(
    _ page: Int, through last: Day, of organisation: ID<Organisation>?, _ read: Read
  ) throws -> (dues: [(due: OrderDue, order: Order)], hasMore: Bool) {
    let found = try due(through: last, of: organisation, page: page, read)
    return (Array(found.prefix(Self.onPage)), found.count > Self.onPage)
  }

  /// All that is due, the first of it, or the rows of a page and one more.
  static func dueQuery(
    through last: Day, of organisation: ID<Organisation>?, page: Int? = nil, most: Int? = nil
  ) -> SQL {
    var sql: SQL = """
      SELECT d.kind, d.due_on, \(Order.columns) FROM orders_due d
      JOIN orders_order o ON o.id = d.order_id
      WHERE d.settled_on IS NULL AND d.due_on <= \(last)
      """
    if let organisation { sql.append(" AND o.organisation = \(organisation)") }
    sql.append(" ORDER BY d.due_on, d.order_id, d.kind")
    if let most { sql.append(" LIMIT \(most)") }
    if let page { sql.append(" LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)") }
    return sql
  }
}
