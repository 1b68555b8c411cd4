internal import Access
internal import Partnership

/// What may be done with requests for one's own data.
enum AccessRight: String, CaseIterable, Sendable {
  /// See which there are and when they are due: references and days, no person.
  case list
  /// Open one, gather, review and release it.
  case handle
}

/// Who may do it.
///
/// Whoever answers reads whole cases, so it is whoever may open them and answers for the service.
enum AccessPolicy {
  static let table = PolicyTable<AccessRight>([
    .list: [.manager, .auditor],
    .handle: [.manager],
  ])

  static func roles(_ right: AccessRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: AccessRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: AccessRight, _ actor: Actor) throws(AccessProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
