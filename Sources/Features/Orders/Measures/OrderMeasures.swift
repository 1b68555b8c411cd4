internal import Database
internal import Kernel
internal import Partnership

/// What the register can count for indicators.
///
/// A period is covered once it is over and began after the first order was made. Each measure says
/// whether it counts orders, breaches or people.
enum OrderMeasures {
  static let all =
    [
      measure("issued", "Orders issued or made", "order") {
        Counted(try $0.count(issuedQuery($1)))
      },
      measure("live", "Orders in force on the last day", "order") {
        Counted(try $0.count(liveQuery($1.lastDay)))
      },
      measure("breaches", "Breaches that became known", "breach") { read, period in
        Counted(try breaches(read, period).known)
      },
      measure("breached", "Orders with a breach that became known", "order") {
        Counted(try $0.count(breachedQuery($1)))
      },
      measure("breaches-acted-on", "Known breaches that were acted on", "breach") { read, period in
        let counts = try breaches(read, period)
        return Counted(counts.acted, of: counts.known, missing: counts.open)
      },
      measure("drug-closures", "Premises closed for drugs", "order") {
        Counted(try $0.count(drugClosuresQuery($1)))
      },
      measure("treatment", "People required by an order to engage in treatment", "person") {
        Counted(try $0.count(treatmentQuery($1)))
      },
      measure(
        "contracts-kept-out", "Contract holders who did not enter the justice system", "person",
        contracts),
      measure("young-supported", "Young people with an order who took up support", "person", young),
    ] + ofPower

  /// What was issued, and what was in force, of each power by itself.
  private static let ofPower = Power.allCases.flatMap { power -> [Measure] in
    let issued = measure(
      "issued.\(power.rawValue)", "\(power.title): issued, made or agreed", "order"
    ) { Counted(try $0.count(issuedQuery($1, of: power))) }
    guard power.kind == .order else { return [issued] }
    let live = measure(
      "live.\(power.rawValue)", "\(power.title): in force on the last day", "order"
    ) { Counted(try $0.count(liveQuery($1.lastDay, of: power))) }
    return [issued, live]
  }

  private static func measure(
    _ key: String, _ title: String, _ unit: String,
    _ count: @escaping @Sendable (Read, Period) throws -> Counted
  ) -> Measure {
    Measure(key: "orders.\(key)", title: title, unit: unit, provisional: false) { read, period in
      try value(read, period, count)
    }
  }

  private static func breaches(
    _ read: Read, _ period: Period
  ) throws -> (known: Int, acted: Int, open: Int) {
    try read.first(breachQuery(period)) { row in
      (known: try row.int(), acted: try row.int(), open: try row.int())
    } ?? (0, 0, 0)
  }

  @Sendable
  private static func contracts(_ read: Read, _ period: Period) throws -> Counted {
    let counts = try read.first(contractsQuery(period)) { row in
      (kept: try row.int(), known: try row.int(), all: try row.int())
    }
    guard let counts else { return Counted(0, of: 0) }
    return Counted(counts.kept, of: counts.known, missing: counts.all - counts.known)
  }

  @Sendable
  private static func young(_ read: Read, _ period: Period) throws -> Counted {
    let counts = try read.first(youngQuery(period)) { row in (try row.int(), try row.int()) }
    return Counted(counts?.0 ?? 0, of: counts?.1 ?? 0)
  }

  private static func value(
    _ read: Read, _ period: Period, _ count: (Read, Period) throws -> Counted
  ) throws -> Measure.Value? {
    let today = London.day(try read.serverTime())
    let first = try read.first("SELECT MIN(o.starts_on) FROM orders_order o WHERE o.kind = 'order'")
    {
      row in try row.optionalParsed(Day.self)
    }
    guard let first = first ?? nil, first <= period.firstDay, period.lastDay < today else {
      return nil
    }
    let counted = try count(read, period)
    // A share of nobody is no share.
    guard counted.of != 0 else { return nil }
    return Measure.Value(
      numerator: Double(counted.count), denominator: counted.of.map { Double($0) },
      missing: counted.missing, latest: today.month.adding(months: -1),
      source: "The register of orders")
  }

  /// A count, what it is out of, and how many are undecided.
  private struct Counted {
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
