import Database
import Kernel

/// A partnership's plan: the years it covers and how it rates change.
struct Plan: Hashable, Sendable {
  let id: ID<Plan>
  /// The word in paths and on the command line, such as `csp-2017-21`.
  let slug: String
  let title: String
  let years: ClosedRange<FinancialYear>
  let kind: Kind
  /// The document its figures were published in, or how they came to be.
  let source: String
  let isSynthetic: Bool
  /// How much worse, in % of the previous figure, is still amber.
  let tolerance: Figure
  let version: Int
  /// When it was closed to change; `nil` while it can be changed.
  let closedAt: Instant?

  enum Kind: String, Sendable {
    /// Worked with now.
    case live
    /// A published document, kept with its figures as they were printed.
    case archive
  }
}

extension Plan {
  static let columns: SQL = """
    id, slug, title, first_year, last_year, kind, source, is_synthetic, tolerance, version,
    closed_at
    """

  init(row: inout Row) throws {
    id = try row.id()
    slug = try row.text()
    title = try row.text()
    let first = FinancialYear(startingIn: try row.int())
    years = first...FinancialYear(startingIn: try row.int())
    kind = try row.choice()
    source = try row.text()
    isSynthetic = try row.bool()
    tolerance = try row.figure()
    version = try row.int()
    closedAt = try row.optionalParsed()
  }
}

extension Plan {
  /// Whether its priorities and indicators may be changed: a published document's never, and a
  /// closed plan's only once it is opened again.
  var isOpen: Bool { kind == .live && closedAt == nil }

  /// Its years: "2017/18 to 2020/21".
  var yearsInWords: String { "\(years.lowerBound) to \(years.upperBound)" }

  /// Whether a period lies in its years.
  func covers(_ period: Period) -> Bool {
    years.lowerBound.firstMonth <= period.firstMonth
      && period.lastMonth <= years.upperBound.lastMonth
  }

  /// What can be changed of the plan itself.
  var text: PlanText { PlanText(title: title, source: source, tolerance: tolerance) }
}

/// What can be changed of a plan itself.
struct PlanText: Hashable, Sendable {
  var title: String
  var source: String
  var tolerance: Figure
}

/// What a new plan is made of.
struct NewPlan: Sendable {
  let slug: String
  let title: String
  let years: ClosedRange<FinancialYear>
  let kind: Plan.Kind
  let source: String
  var isSynthetic = false
  var tolerance = DirectionOfTravel.defaultTolerance
}

/// One of a plan's priorities.
struct Priority: Hashable, Sendable {
  let id: ID<Priority>
  let plan: ID<Plan>
  let position: Int
  /// Its letter or number, such as `A`; empty where the plan gives none.
  let code: String
  let title: String
  /// Why it has no indicator, where the plan says so.
  let unmeasured: String?
}

extension Priority {
  static let columns: SQL = "id, plan, position, code, title, unmeasured"

  /// What can be changed of it.
  var text: PriorityText { PriorityText(code: code, title: title, unmeasured: unmeasured) }

  /// Its name with its code: "Priority A: Violence".
  var heading: String { code.isEmpty ? title : "Priority \(code): \(title)" }

  init(row: inout Row) throws {
    id = try row.id()
    plan = try row.id()
    position = try row.int()
    code = try row.text()
    title = try row.text()
    unmeasured = try row.optionalText()
  }
}

/// What can be changed of a priority.
struct PriorityText: Hashable, Sendable {
  var code: String
  var title: String
  var unmeasured: String?
}
