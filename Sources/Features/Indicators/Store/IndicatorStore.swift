import Access
import Database
import Kernel

/// Indicators, what they count and where they stand, in the database.
enum IndicatorStore {
  /// More than any plan holds; a bound for lists that are not paged.
  static let most = 500

  static func find(_ id: ID<Indicator>, in read: Read) throws -> Indicator? {
    try read.first(
      "SELECT \(Indicator.columns) FROM indicator WHERE id = \(id)", Indicator.init(row:))
  }

  static func add(_ title: String, in write: Write) throws -> ID<Indicator> {
    try write.inserted("INSERT INTO indicator (title) VALUES (\(title)) RETURNING id")
  }

  /// The versions of a definition, first to last.
  static func definitions(of indicator: ID<Indicator>, in read: Read) throws -> [Definition] {
    try read.all(
      """
      SELECT \(Definition.columns) FROM indicator_definition WHERE indicator = \(indicator)
      ORDER BY number LIMIT \(most)
      """, Definition.init(row:))
  }

  /// The versions of the definitions of a plan's indicators, first to last.
  static func definitions(
    of plan: ID<Plan>, in read: Read
  ) throws -> [ID<Indicator>: [Definition]] {
    try read.lists(
      """
      SELECT indicator, \(Definition.columns) FROM indicator_definition
      WHERE indicator IN (SELECT indicator FROM plan_indicator WHERE plan = \(plan))
      ORDER BY indicator, number
      """, Definition.init(row:))
  }

  /// Adds a version; months before its `validFrom` keep the version they had.
  ///
  /// With `breaks`, figures before and after may not be compared, and the break is added too.
  @discardableResult
  static func define(
    _ definition: Definition, for indicator: ID<Indicator>, breaks: Bool = false,
    by account: ID<Account>? = nil, at now: Instant, in write: Write
  ) throws -> Int {
    let number =
      try write.count(
        """
        SELECT COUNT(*) FROM indicator_definition WHERE indicator = \(indicator)
        """) + 1
    try write.run(
      """
      INSERT INTO indicator_definition
        (indicator, number, valid_from, kind, unit, numerator, denominator, source, owner,
          organisation, frequency, measure, note)
      VALUES (\(indicator), \(number), \(definition.validFrom), \(definition.kind.rawValue),
        \(definition.unit), \(definition.numerator), \(definition.denominator),
        \(definition.source), \(definition.owner), \(definition.organisation),
        \(definition.frequency.rawValue), \(definition.measure), \(definition.note))
      """)
    if breaks {
      let found = SeriesBreak(
        month: definition.validFrom, kind: .definition, reason: definition.note)
      try add(found, to: indicator, by: account, at: now, in: write)
    }
    return number
  }

  /// Corrects the version that begins with the same month.
  static func correct(
    _ definition: Definition, of indicator: ID<Indicator>, in write: Write
  ) throws {
    try write.run(
      """
      UPDATE indicator_definition SET kind = \(definition.kind.rawValue),
        unit = \(definition.unit), numerator = \(definition.numerator),
        denominator = \(definition.denominator), source = \(definition.source),
        owner = \(definition.owner), organisation = \(definition.organisation),
        frequency = \(definition.frequency.rawValue), measure = \(definition.measure),
        note = \(definition.note)
      WHERE indicator = \(indicator) AND valid_from = \(definition.validFrom)
      """)
  }

  /// Indicators that a plan does not hold, by name, for a choice.
  static func others(than plan: ID<Plan>, in read: Read) throws -> [Indicator] {
    try read.all(othersQuery(plan), Indicator.init(row:))
  }

  static func othersQuery(_ plan: ID<Plan>) -> SQL {
    """
    SELECT \(Indicator.columns) FROM indicator i
    WHERE NOT EXISTS
      (SELECT 1 FROM plan_indicator m WHERE m.indicator = i.id AND m.plan = \(plan))
    ORDER BY title, id LIMIT \(most)
    """
  }

  static func breaks(of indicator: ID<Indicator>, in read: Read) throws -> [SeriesBreak] {
    try read.all(
      """
      SELECT month, kind, reason FROM indicator_break WHERE indicator = \(indicator)
      ORDER BY month, id LIMIT \(most)
      """, SeriesBreak.init(row:))
  }

  /// The breaks of a plan's indicators.
  static func breaks(of plan: ID<Plan>, in read: Read) throws -> [ID<Indicator>: [SeriesBreak]] {
    try read.lists(
      """
      SELECT indicator, month, kind, reason FROM indicator_break
      WHERE indicator IN (SELECT indicator FROM plan_indicator WHERE plan = \(plan))
      ORDER BY indicator, month, id
      """, SeriesBreak.init(row:))
  }

  static func add(
    _ found: SeriesBreak, to indicator: ID<Indicator>, by account: ID<Account>? = nil,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO indicator_break (indicator, month, kind, reason, account, made_at)
      VALUES (\(indicator), \(found.month), \(found.kind.rawValue), \(found.reason), \(account),
        \(now))
      """)
  }

  /// The other names of an indicator, in every plan.
  static func aliases(of indicator: ID<Indicator>, in read: Read) throws -> [Alias] {
    try read.all(
      """
      SELECT p.slug, a.section, a.code, a.note FROM indicator_alias a
      JOIN plan p ON p.id = a.plan WHERE a.indicator = \(indicator)
      ORDER BY p.slug, a.section, a.code LIMIT \(most)
      """
    ) { row in
      Alias(
        planSlug: try row.text(), section: try row.text(), code: try row.text(),
        note: try row.text())
    }
  }

  static func addAlias(
    _ code: String, section: String, note: String, of indicator: ID<Indicator>,
    in plan: ID<Plan>, _ write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO indicator_alias (plan, section, code, indicator, note)
      VALUES (\(plan), \(section), \(code), \(indicator), \(note))
      """)
  }
}

extension SeriesBreak {
  init(row: inout Row) throws {
    month = try row.parsed()
    kind = try row.choice()
    reason = try row.text()
  }
}
