import Database
import Kernel

/// Something a partnership counts, whichever plans it stands in; codes are not keys.
struct Indicator: Hashable, Sendable {
  let id: ID<Indicator>
  let title: String
}

extension Indicator {
  static let columns: SQL = "id, title"

  init(row: inout Row) throws {
    id = try row.id()
    title = try row.text()
  }
}

/// An indicator as it stands in one plan.
struct PlanIndicator: Hashable, Sendable {
  let id: ID<PlanIndicator>
  let plan: ID<Plan>
  let priority: ID<Priority>
  let indicator: ID<Indicator>
  let position: Int
  /// The table of the plan it stands in, such as "Local Area Agreement"; may be empty.
  let section: String
  /// The plan's code for it, as printed; may be empty and is no key.
  let code: String
  /// The plan's name for it.
  let title: String
  /// Why there is only a yearly figure, where the plan says that it cannot be told by quarter.
  let annualReason: String?
  let baseline: TargetStatement?
  let basis: TargetBasis
  let version: Int
}

extension PlanIndicator {
  static let columns: SQL = """
    id, plan, priority, indicator, position, section, code, title, annual_reason, baseline,
    basis, version
    """

  init(row: inout Row) throws {
    id = try row.id()
    plan = try row.id()
    priority = try row.id()
    indicator = try row.id()
    position = try row.int()
    section = try row.text()
    code = try row.text()
    title = try row.text()
    annualReason = try row.optionalText()
    baseline = try row.optionalText().map { TargetStatement(baseline: $0) }
    basis = try row.choice()
    version = try row.int()
  }
}

extension PlanIndicator {
  /// What can be changed of it.
  var text: MemberText {
    MemberText(
      section: section, code: code, title: title, annualReason: annualReason,
      baseline: baseline?.words, basis: basis)
  }
}

/// What can be changed of an indicator in a plan.
struct MemberText: Hashable, Sendable {
  var section = ""
  var code = ""
  var title: String
  var annualReason: String?
  var baseline: String?
  var basis = TargetBasis.notStated
}

/// What a plan that takes up an indicator says of it.
struct NewPlanIndicator: Sendable {
  let plan: ID<Plan>
  let priority: ID<Priority>
  let indicator: ID<Indicator>
  let position: Int
  let title: String
  var section = ""
  var code = ""
  var annualReason: String?
  var baseline: String?
  var basis = TargetBasis.absolute
}

/// What a plan wants of an indicator from a month on.
struct PolarityVersion: Hashable, Sendable {
  let validFrom: Month
  let polarity: Polarity
  let reason: String
}

/// Another name an indicator goes by.
struct Alias: Hashable, Sendable {
  let planSlug: String
  let section: String
  let code: String
  let note: String
}
