internal import Access
internal import Partnership

/// What may be done with the languages of public pages.
enum LanguageRight: String, CaseIterable, Sendable {
  /// See the words and who checked them.
  case see
  /// Add a language, and enter and import words.
  case write
  /// Say that a page was checked, which shows it to the public, or take that back.
  case check
}

/// Who may do it.
enum LanguagePolicy {
  static let table = PolicyTable<LanguageRight>([
    .see: [.administrator, .coordinator, .auditor],
    .write: [.administrator, .coordinator],
    .check: [.administrator],
  ])

  static let readers: Set<Role> = Set(Role.all.filter { table.allows(.see, $0) })

  static func allows(_ right: LanguageRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: LanguageRight, _ actor: Actor) throws(LanguageProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
