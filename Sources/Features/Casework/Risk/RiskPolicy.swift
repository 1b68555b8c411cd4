internal import Access
internal import Partnership

/// What may be done with risks and the instruments they are assessed with.
enum RiskRight: String, CaseIterable, Sendable {
  /// See what the instruments ask.
  case instruments
  /// Add an instrument, or a version of one.
  case configure
  /// Open the risks of a case.
  case open
  /// Assess the risk of a case.
  case assess
}

/// Who may do it; an instrument says nothing of anybody, an assessment does.
enum RiskPolicy {
  static let table = PolicyTable<RiskRight>([
    .instruments: [.administrator, .manager, .officer, .coordinator],
    .configure: [.administrator, .manager],
    .open: [.manager, .officer],
    .assess: [.manager, .officer],
  ])

  static func allows(_ right: RiskRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: RiskRight, _ actor: Actor) throws(CaseProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
