internal import Access
internal import Partnership

/// What may be done with search.
enum SearchRight: String, CaseIterable, Sendable {
  /// Look for cases, reports and the people in them.
  case find
}

/// Who may do it: those who may open every case and report they would find.
///
/// Anybody else is told nothing by it, not even how many there are.
enum SearchPolicy {
  static let table = PolicyTable<SearchRight>([.find: [.manager, .officer]])

  static func roles(_ right: SearchRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: SearchRight, _ actor: Actor) throws(CaseProblem) {
    guard table.allows(right, actor.role) else { throw .notFound }
  }
}
