internal import Access
internal import Partnership

/// What may be done with cases.
enum CaseRight: String, CaseIterable, Sendable {
  /// See lists of work: references, titles, places and clocks, no person.
  case list
  /// Open a case with all it holds.
  case open
  /// Decide what a report is, and open or join a case.
  case triage
  /// Write into a case, take it up, close it.
  case work
  /// Give cases to others, also many at once.
  case allocate
  /// Join cases that are one, and part those that are two.
  case tie
  /// Make a bundle of papers for a court.
  case bundle
  /// Write a letter to somebody in a case, and read those that were.
  case letter
  /// Change the wordings letters are begun with.
  case wording
}

/// Who may do it.
///
/// A coordinator sees how much waits and for how long, and no person. An administrator runs the
/// system and sees no case by right of it.
enum CasePolicy {
  static let table = PolicyTable<CaseRight>([
    .list: [.manager, .officer, .coordinator],
    .open: [.manager, .officer],
    .triage: [.manager, .officer],
    .work: [.manager, .officer],
    .allocate: [.manager],
    .tie: [.manager, .officer],
    .bundle: [.manager, .officer],
    .letter: [.manager, .officer],
    .wording: [.manager],
  ])

  static func roles(_ right: CaseRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: CaseRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: CaseRight, _ actor: Actor) throws(CaseProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
