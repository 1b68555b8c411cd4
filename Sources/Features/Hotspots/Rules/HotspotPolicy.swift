internal import Access
internal import Partnership

/// What may be done with maps of hotspots.
enum HotspotAction: String, CaseIterable, Sendable {
  case see
  /// Drawing a map that is kept, naming a place on it, stating an intervention.
  case keep
  /// Replacing the weights of harm.
  case weigh
}

/// Who may do it: those who plan or carry out the work.
///
/// A map of where crime happens is not for every role; what the public sees is suppressed first.
enum HotspotPolicy {
  static let readers: Set<Role> = [
    .administrator, .manager, .officer, .analyst, .coordinator, .partner, .auditor,
  ]

  static let table = PolicyTable<HotspotAction>([
    .see: readers,
    .keep: [.administrator, .manager, .analyst, .coordinator],
    .weigh: [.administrator, .analyst],
  ])

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ action: HotspotAction, _ actor: Actor) throws(HotspotProblem) {
    guard may(action, actor) else { throw .notFound }
  }

  static func may(_ action: HotspotAction, _ actor: Actor) -> Bool {
    table.allows(action, actor.role)
  }
}
