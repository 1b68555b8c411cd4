internal import Access
internal import Partnership

/// What may be done with the outbox.
enum LettersRight: String, CaseIterable, Sendable {
  /// See what is in it, without addresses and words.
  case list
  /// Read a message, and print it.
  case open
  /// Let go, send again, tick off, cancel.
  case decide
}

/// Who may do it.
///
/// An administrator sees that messages go, and reads none. An auditor reads lists and changes nothing.
enum LettersPolicy {
  static let table = PolicyTable<LettersRight>([
    .list: [.administrator, .manager, .officer, .coordinator, .auditor],
    .open: [.manager, .officer, .coordinator],
    .decide: [.administrator, .manager, .officer, .coordinator],
  ])

  static let readers: Set<Role> = Set(Role.all.filter { table.allows(.list, $0) })

  static func allows(_ right: LettersRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: LettersRight, _ actor: Actor) throws(LettersProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
