internal import Access
internal import Partnership

/// What may be done about open cases of another system.
enum CarryRight: String, CaseIterable, Sendable {
  /// Say how its tables are read, try an import and do it.
  case carry
}

/// Who may do it.
///
/// An administrator sees of the tables what is wrong with their lines, and no case by right of it.
enum CarryPolicy {
  static let table = PolicyTable<CarryRight>([.carry: [.administrator, .manager]])

  static func roles(_ right: CarryRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: CarryRight, _ actor: Actor) throws(CaseProblem) {
    guard table.allows(right, actor.role) else { throw .notFound }
  }
}

/// What the audit trail notes of bringing cases along, in words.
enum CarryActions {
  static let words = [
    "casework.carry-mapping": "Mapping for open cases saved",
    "casework.carry-tried": "Import of open cases tried",
    "casework.case-carried": "Case brought along from another system",
    "casework.cases-carried": "Open cases brought along",
  ]
}
