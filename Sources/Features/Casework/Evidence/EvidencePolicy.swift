internal import Access
internal import Partnership

/// What may be done with evidence.
enum EvidenceRight: String, CaseIterable, Sendable {
  /// See that there is a file, whose it is and how far it has come.
  case see
  /// Add files to a case and describe them.
  case add
  /// Open the everyday copy.
  case open
  /// Open the original, with a reason.
  case original
  /// Let a file be opened that no scanner has looked through.
  case release
  /// Delete a file for good.
  case delete
}

/// Who may do it.
///
/// Whoever works cases works with their evidence. What may harm everybody, letting an unscanned
/// file through and destroying one, is a manager's to answer for.
enum EvidencePolicy {
  static let table = PolicyTable<EvidenceRight>([
    .see: [.manager, .officer],
    .add: [.manager, .officer],
    .open: [.manager, .officer],
    .original: [.manager, .officer],
    .release: [.manager],
    .delete: [.manager],
  ])

  static func roles(_ right: EvidenceRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: EvidenceRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: EvidenceRight, _ actor: Actor) throws(EvidenceProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
