internal import Access
internal import Partnership

/// What may be done with tasking.
enum TaskingRight: String, CaseIterable, Sendable {
  /// See meetings, actions, exceptions and packs.
  case see
  /// Test a week or month for exceptions, prepare a pack.
  case prepare
  /// Open the incidents behind a line.
  case open
  /// Plan meetings, write down what was decided, close a meeting.
  case decide
  /// Say what came of an action; a partner only of those of its own organisation.
  case report
  /// Print a pack.
  case print
}

/// Who may do it.
///
/// An administrator runs the system and sees no work by right of it. A councillor holds the
/// partnership to account by published figures. An auditor reads and changes nothing.
enum TaskingPolicy {
  static let table = PolicyTable<TaskingRight>([
    .see: [.manager, .officer, .analyst, .coordinator, .partner, .auditor],
    .prepare: [.manager, .analyst, .coordinator],
    .open: [.manager, .officer, .analyst, .coordinator],
    .decide: [.manager, .analyst, .coordinator],
    .report: [.manager, .officer, .analyst, .coordinator, .partner],
    .print: [.manager, .officer, .analyst, .coordinator, .partner],
  ])

  static let readers: Set<Role> = Set(Role.all.filter { table.allows(.see, $0) })

  static func allows(_ right: TaskingRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: TaskingRight, _ actor: Actor) throws(TaskingProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
