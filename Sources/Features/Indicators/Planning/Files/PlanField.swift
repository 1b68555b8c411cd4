import Kernel

/// The columns of a plan as a table; those of the target years follow, such as `target 2029/30`.
enum PlanField: String, Hashable, Sendable, CaseIterable {
  case plan
  case priorityCode = "priority code"
  case priority
  case unmeasured = "no indicator because"
  case code
  case section
  case indicator
  case sameAs = "same as"
  case aliases = "also known as"
  case annual = "only yearly because"
  case kind
  case unit = "counts"
  case numerator = "what is counted"
  case denominator = "out of"
  case source
  case agency
  case owner
  case frequency
  case measure
  case definedFrom = "defined from"
  case wanted
  case wantedFrom = "wanted from"
  case wantedReason = "wanted because"
  case baseline
  case basis

  var isRequired: Bool { self == .priority || self == .indicator }

  /// The head of a column of targets.
  static func target(_ year: FinancialYear) -> String { "target \(year)" }

  /// Reads what ``target(_:)`` writes.
  static func targetYear(_ title: String) -> FinancialYear? {
    guard title.hasPrefix("target ") else { return nil }
    return FinancialYear(String(title.dropFirst("target ".count)))
  }
}
