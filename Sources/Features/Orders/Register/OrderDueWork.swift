internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What orders ask of those who issue them, for the list of their work.
///
/// Dates that are late or near, and breaches nobody has decided on; nobody is named.
enum OrderDueWork {
  /// The most of either.
  static let most = 100

  @Sendable
  static func of(_ actor: Actor, _ services: Services, _ read: Read) throws -> [DueWork] {
    guard OrdersPolicy.allows(.issue, actor) else { return [] }
    let (store, scope) = (OrderStore(services), OrdersPolicy.scope(of: actor))
    let last = services.clock.today.adding(days: OrderHandlers.diaryDays)
    let dates = try store.due(
      read, OrderStore.dueQuery(through: last, of: scope, most: most)
    ).map { due, order in work(due.words(of: order), order, due.day) }
    return try dates + undecided(of: scope, store, read)
  }

  /// Breaches wait from the day they were written down.
  private static func undecided(
    of scope: ID<Organisation>?, _ store: OrderStore, _ read: Read
  ) throws -> [DueWork] {
    try read.all(undecidedQuery(of: scope)) { row in
      let (happened, made): (Day, Instant) = (try row.parsed(), try row.parsed())
      let order = try Order(row: &row, store.keyring)
      return work(
        "Decide on the breach of \(happened.words): \(order.power.title) \(order.reference)", order,
        London.day(made))
    }
  }

  static func undecidedQuery(of organisation: ID<Organisation>?) -> SQL {
    var sql: SQL = """
      SELECT b.happened_on, b.made_at, \(Order.columns) FROM orders_breach b
      JOIN orders_order o ON o.id = b.order_id WHERE b.decision IS NULL
      """
    if let organisation { sql.append(" AND o.organisation = \(organisation)") }
    sql.append(" ORDER BY b.made_at, b.id LIMIT \(most)")
    return sql
  }

  private static func work(_ words: String, _ order: Order, _ day: Day) -> DueWork {
    DueWork(
      Sensitive(words), from: order.organisationName, due: day, path: order.path,
      reading: DueWork.Reading("orders.work-read", "orders"))
  }
}

extension OrderDue {
  /// What is to be seen to, with the hour of a hearing.
  fileprivate func words(of order: Order) -> String {
    let what = "\(order.power.title) \(order.reference)"
    guard kind == .hearing, let hearing = order.hearingAt, London.day(hearing) == day else {
      return "\(kind.title): \(what)"
    }
    return "\(kind.title) at \(London.timeWords(hearing)): \(what)"
  }
}
