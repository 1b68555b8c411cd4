internal import Access
internal import Partnership

/// What may be done about what is kept for how long.
enum RetentionRight: String, CaseIterable, Sendable {
  /// See rules, and what was deleted.
  case see
  /// Look at what is due, keep it or delete it.
  case review
  /// Set rules.
  case set
}

/// Who may do it.
///
/// Whoever deletes has opened the record, so an administrator, who sees no case, deletes none.
enum RetentionPolicy {
  static let table = PolicyTable<RetentionRight>([
    .see: [.administrator, .manager, .auditor],
    .review: [.manager],
    .set: [.administrator, .manager],
  ])

  static func roles(_ right: RetentionRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: RetentionRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: RetentionRight, _ actor: Actor) throws(RetentionProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
