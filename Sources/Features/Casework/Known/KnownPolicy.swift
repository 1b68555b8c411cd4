internal import Access
internal import Partnership

/// What may be done about what other organisations know.
enum KnownRight: String, CaseIterable, Sendable {
  /// Add registers, load them, turn them on and off.
  case configure
  /// Ask, for a case, whether an organisation knows somebody of it.
  case ask
  /// Approve or refuse what another asked.
  case decide
}

/// Who may do it; nobody decides about their own request.
enum KnownPolicy {
  static let table = PolicyTable<KnownRight>([
    .configure: [.administrator], .ask: [.manager, .officer], .decide: [.manager],
  ])

  static func roles(_ right: KnownRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: KnownRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: KnownRight, _ actor: Actor) throws(CaseProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}

/// What the audit trail notes of it, in words.
enum KnownActions {
  static let words = [
    "casework.case-known-ask": "Asked whether an organisation knows somebody",
    "casework.known-added": "Register of an organisation added",
    "casework.known-approved": "Request whether somebody is known approved and answered",
    "casework.known-loaded": "Register of an organisation loaded",
    "casework.known-off": "Register of an organisation turned off",
    "casework.known-on": "Register of an organisation turned on",
    "casework.known-refused": "Request whether somebody is known refused",
  ]
}
