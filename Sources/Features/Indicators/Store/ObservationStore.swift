import Database
import Kernel

/// Figures in the database: a correction keeps the row it takes the place of.
enum ObservationStore {
  static let pageSize = 50

  /// What keeping a figure did.
  enum Outcome: Hashable, Sendable {
    /// There was none for the period.
    case added
    /// It took the place of another, which is kept.
    case corrected
    /// The same figure from the same kind of source already stood.
    case unchanged
  }

  /// The figures that stand of all indicators of a plan, from a month on.
  static func standing(
    of plan: ID<Plan>, from month: Month, in read: Read
  ) throws -> [ID<Indicator>: [Observation]] {
    try read.lists(
      standingQuery(Observation.columns, of: plan, from: month), Observation.init(row:))
  }

  /// The same, with no more than a dashboard needs of each.
  static func kept(
    of plan: ID<Plan>, from month: Month, in read: Read
  ) throws -> [ID<Indicator>: [KeptFigure]] {
    try read.lists(
      standingQuery(KeptFigure.columns, of: plan, from: month), KeptFigure.init(row:))
  }

  static func standingQuery(_ columns: SQL, of plan: ID<Plan>, from month: Month) -> SQL {
    """
    SELECT indicator, \(columns) FROM observation
    WHERE indicator IN (SELECT indicator FROM plan_indicator WHERE plan = \(plan))
      AND first_month >= \(month) AND superseded_at IS NULL
    """
  }

  /// The last month for which a plan's indicators have a monthly figure; `nil` where none has.
  static func lastMonth(of plan: ID<Plan>, in read: Read) throws -> Month? {
    try read.first(lastMonthQuery(of: plan)) { row in try row.optionalParsed() } ?? nil
  }

  /// Each indicator's months are looked through from their end.
  static func lastMonthQuery(of plan: ID<Plan>) -> SQL {
    """
    SELECT MAX(last) FROM (
      SELECT (
        SELECT o.first_month FROM observation o
        WHERE o.indicator = m.indicator AND o.months = 1 AND o.superseded_at IS NULL
        ORDER BY o.first_month DESC, o.id DESC LIMIT 1
      ) AS last
      FROM plan_indicator m WHERE m.plan = \(plan)
    ) AS each_last
    """
  }

  /// The figures of one indicator that stand, earliest first.
  static func kept(of indicator: ID<Indicator>, in read: Read) throws -> [KeptFigure] {
    try read.all(
      """
      SELECT \(KeptFigure.columns) FROM observation
      WHERE indicator = \(indicator) AND superseded_at IS NULL
      ORDER BY first_month, id LIMIT 2000
      """, KeptFigure.init(row:))
  }

  /// Every figure of one indicator, with those since corrected, the latest months first.
  static func page(
    _ page: Int, of indicator: ID<Indicator>, in read: Read
  ) throws -> [Observation] {
    try read.all(pageQuery(page, of: indicator), Observation.init(row:))
  }

  static func pageQuery(_ page: Int, of indicator: ID<Indicator>) -> SQL {
    """
    SELECT \(Observation.columns) FROM observation WHERE indicator = \(indicator)
    ORDER BY first_month DESC, id DESC
    LIMIT \(pageSize) OFFSET \((max(page, 1) - 1) * pageSize)
    """
  }

  static func count(of indicator: ID<Indicator>, in read: Read) throws -> Int {
    try read.count("SELECT COUNT(*) FROM observation WHERE indicator = \(indicator)")
  }

  /// The figure that stands for exactly a period.
  static func find(
    _ indicator: ID<Indicator>, _ period: Period, in read: Read
  ) throws -> Observation? {
    try read.first(
      """
      SELECT \(Observation.columns) FROM observation
      WHERE indicator = \(indicator) AND period = \(period) AND superseded_at IS NULL
      """, Observation.init(row:))
  }

  /// Keeps a figure; one that stands is superseded, never changed.
  @discardableResult
  static func record(_ new: NewObservation, at now: Instant, in write: Write) throws -> Outcome {
    let standing = try find(new.indicator, new.period, in: write)
    if let standing, standing.amount == new.amount,
      standing.provenance.origin == new.provenance.origin
    {
      return .unchanged
    }
    if let standing {
      try write.run(
        "UPDATE observation SET superseded_at = \(now) WHERE id = \(standing.id)")
    }
    try insert(new, at: now, in: write)
    return standing == nil ? .added : .corrected
  }

  private static func insert(_ new: NewObservation, at now: Instant, in write: Write) throws {
    let months = new.period.months
    try write.run(
      """
      INSERT INTO observation
        (indicator, period, first_month, months, value, numerator, denominator, origin, account,
          file, sha256, measure, document, reason, recorded_at)
      VALUES (\(new.indicator), \(new.period), \(months.lowerBound), \(months.count),
        \(new.amount.value), \(new.amount.numerator), \(new.amount.denominator),
        \(list: new.provenance.values), \(new.reason), \(now))
      """)
  }
}
