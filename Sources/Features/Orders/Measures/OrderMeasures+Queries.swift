internal import Database
internal import Kernel
internal import Partnership

/// The queries of the measures; each reads an index.
extension OrderMeasures {
  /// A person counted once, however many orders they have.
  private static let people: SQL = """
    COUNT(DISTINCT o.subject) + COUNT(CASE WHEN o.subject IS NULL THEN 1 END)
    """

  /// Orders, without the steps that have no life in law; or everything of one power.
  static func issuedQuery(_ period: Period, of power: Power? = nil) -> SQL {
    let kind = power?.kind ?? .order
    var sql: SQL = """
      SELECT COUNT(*) FROM orders_order o WHERE o.kind = \(kind.rawValue)
        AND o.starts_on >= \(period.firstDay) AND o.starts_on <= \(period.lastDay)
      """
    if let power { sql.append(" AND o.power = \(power.rawValue)") }
    return sql
  }

  /// What was in force as a day ended; what must be served and was not, was not in force.
  static func liveQuery(_ day: Day, of power: Power? = nil) -> SQL {
    let end = London.start(of: day.adding(days: 1))
    let served = Power.allCases.filter(\.isServed).map(\.rawValue)
    var sql: SQL = """
      SELECT COUNT(*) FROM orders_order o WHERE o.kind = 'order' AND o.ends_at >= \(end)
        AND o.starts_on <= \(day)
        AND (o.served_at < \(end) OR o.power NOT IN (\(list: served)))
      """
    if let power { sql.append(" AND o.power = \(power.rawValue)") }
    return sql
  }

  /// Those known, those acted on, and those nobody has decided on.
  static func breachQuery(_ period: Period) -> SQL {
    """
    SELECT COUNT(*),
      COALESCE(SUM(CASE WHEN b.decision IS NOT NULL AND b.decision <> 'no-action' THEN 1 ELSE 0 END), 0),
      COALESCE(SUM(CASE WHEN b.decision IS NULL THEN 1 ELSE 0 END), 0)
    FROM orders_breach b
    WHERE b.happened_on >= \(period.firstDay) AND b.happened_on <= \(period.lastDay)
    """
  }

  static func breachedQuery(_ period: Period) -> SQL {
    """
    SELECT COUNT(DISTINCT b.order_id) FROM orders_breach b
    WHERE b.happened_on >= \(period.firstDay) AND b.happened_on <= \(period.lastDay)
    """
  }

  /// Closure orders of premises used for drugs, and the crack house closures before 2014.
  static func drugClosuresQuery(_ period: Period) -> SQL {
    let (order, crackHouse) = (Power.closureOrder.rawValue, Power.crackHouse.rawValue)
    return """
      SELECT COUNT(*) FROM orders_order o WHERE o.kind IN ('order', 'legacy')
        AND o.starts_on >= \(period.firstDay) AND o.starts_on <= \(period.lastDay)
        AND ((o.power = \(order) AND o.is_about_drugs = 1) OR o.power = \(crackHouse))
      """
  }

  /// People with an order, contract or remedy of the period that requires it.
  static func treatmentQuery(_ period: Period) -> SQL {
    """
    SELECT \(people) FROM orders_order o WHERE o.kind IN ('order', 'step')
      AND o.starts_on >= \(period.firstDay) AND o.starts_on <= \(period.lastDay)
      AND o.requires_treatment = 1
    """
  }

  /// Of the people whose contract ended in the period: those said not to have entered the justice
  /// system and nowhere to have, those of whom it is said, and all.
  static func contractsQuery(_ period: Period) -> SQL {
    let power = Power.acceptableBehaviour.rawValue
    let (start, end) = (
      London.start(of: period.firstDay), London.start(of: period.lastDay.adding(days: 1))
    )
    return """
      SELECT COALESCE(SUM(CASE WHEN h.entered = 0 AND h.kept > 0 THEN 1 ELSE 0 END), 0),
        COALESCE(SUM(CASE WHEN h.entered + h.kept > 0 THEN 1 ELSE 0 END), 0), COUNT(*)
      FROM (
        SELECT SUM(CASE WHEN o.justice = 'entered' THEN 1 ELSE 0 END) AS entered,
          SUM(CASE WHEN o.justice = 'not-entered' THEN 1 ELSE 0 END) AS kept
        FROM orders_order o WHERE o.power = \(power) AND o.ends_at > \(start) AND o.ends_at <= \(end)
        GROUP BY o.subject, CASE WHEN o.subject IS NULL THEN o.id END
      ) h
      """
  }

  /// Of the people under 18 given an order or a contract in the period, those who took support up.
  static func youngQuery(_ period: Period) -> SQL {
    let contract = Power.acceptableBehaviour.rawValue
    return """
      SELECT COALESCE(SUM(h.taken), 0), COUNT(*) FROM (
        SELECT MAX(CASE WHEN o.support = 'accepted' THEN 1 ELSE 0 END) AS taken
        FROM orders_order o WHERE o.kind IN ('order', 'step')
          AND o.starts_on >= \(period.firstDay) AND o.starts_on <= \(period.lastDay)
          AND o.is_youth = 1 AND (o.kind = 'order' OR o.power = \(contract))
        GROUP BY o.subject, CASE WHEN o.subject IS NULL THEN o.id END
      ) h
      """
  }
}
