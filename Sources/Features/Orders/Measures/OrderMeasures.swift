internal import Database
internal import Kernel
internal import Partnership

/// What the register can count for indicators.
///
/// A period is covered once it is over and began after the first order was made. Counts are of
/// orders, not of people; warnings and other steps are not among them.
enum OrderMeasures {
  static let all = [
    Measure(
      key: "orders.issued", title: "Orders issued or made", unit: "order", provisional: false
    ) { read, period in
      try value(read, period) { Measure.Counted(try read.count(issuedQuery(period))) }
    },
    Measure(
      key: "orders.live", title: "Orders in force on the last day", unit: "order",
      provisional: false
    ) { read, period in
      try value(read, period) { Measure.Counted(try read.count(liveQuery(period.lastDay))) }
    },
    Measure(
      key: "orders.breaches-acted-on", title: "Known breaches that were acted on", unit: "breach",
      provisional: false
    ) { read, period in
      try value(read, period) {
        let counts = try read.first(breachQuery(period)) { row in
          (known: try row.int(), acted: try row.int(), open: try row.int())
        }
        return Measure.Counted(
          counts?.acted ?? 0, of: counts?.known ?? 0, missing: counts?.open ?? 0)
      }
    },
  ]

  static func issuedQuery(_ period: Period) -> SQL {
    """
    SELECT COUNT(*) FROM orders_order o WHERE o.kind = 'order'
      AND o.starts_on >= \(period.firstDay) AND o.starts_on <= \(period.lastDay)
    """
  }

  /// What was in force as a day ended; what must be served and was not, was not in force.
  static func liveQuery(_ day: Day) -> SQL {
    let end = London.start(of: day.adding(days: 1))
    let served = Power.allCases.filter(\.isServed).map(\.rawValue)
    return """
      SELECT COUNT(*) FROM orders_order o WHERE o.kind = 'order' AND o.ends_at >= \(end)
        AND o.starts_on <= \(day)
        AND (o.served_at < \(end) OR o.power NOT IN (\(list: served)))
      """
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

  private static func value(
    _ read: Read, _ period: Period, _ count: () throws -> Measure.Counted
  ) throws -> Measure.Value? {
    let today = London.day(try read.serverTime())
    let first = try read.first(
      "SELECT MIN(o.starts_on) FROM orders_order o WHERE o.kind = 'order'"
    ) { row in try row.optionalParsed(Day.self) }
    guard let first = first ?? nil, first <= period.firstDay, period.lastDay < today else {
      return nil
    }
    let counted = try count()
    return Measure.Value(
      numerator: Double(counted.count), denominator: counted.of.map { Double($0) },
      missing: counted.missing, latest: today.month.adding(months: -1),
      source: "The register of orders")
  }
}

extension Measure {
  /// A count, what it is out of, and how many are undecided.
  fileprivate struct Counted {
    let count: Int
    let of: Int?
    let missing: Int

    init(_ count: Int, of whole: Int? = nil, missing: Int = 0) {
      self.count = count
      of = whole
      self.missing = missing
    }
  }
}
