internal import Access
internal import Partnership

/// What may be done with procedures.
enum ProcedureRight: String, CaseIterable, Sendable {
  /// See how many cases followed their procedure, and which steps were missed: references, no person.
  case read
  /// Draw samples and score their cases.
  case audit
  /// Add a version of a checklist or of the standard.
  case configure
}

/// Who may do it.
enum ProcedurePolicy {
  static let table = PolicyTable<ProcedureRight>([
    .read: [.manager, .officer, .coordinator],
    .audit: [.manager],
    .configure: [.manager],
  ])

  static func allows(_ right: ProcedureRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: ProcedureRight, _ actor: Actor) throws(CaseProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
