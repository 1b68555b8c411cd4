internal import Access
internal import Partnership

/// What may be done with the restricted list of vehicles.
enum VehicleRight: String, CaseIterable, Sendable {
  /// See the list, or ask whether a vehicle is on it.
  case see
  /// Propose a vehicle.
  case propose
  /// Authorise somebody else's proposal.
  case authorise
  /// Take a vehicle off the list.
  case remove
  /// See who read and changed the list, without the list.
  case trail
}

/// Who may do it: fewer than those who see the rest of a pack.
enum VehiclePolicy {
  static let table = PolicyTable<VehicleRight>([
    .see: [.manager, .officer, .analyst],
    .propose: [.manager, .officer, .analyst],
    .authorise: [.manager],
    .remove: [.manager, .analyst],
    .trail: [.manager, .auditor],
  ])

  static func allows(_ right: VehicleRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may.
  static func require(_ right: VehicleRight, _ actor: Actor) throws(TaskingProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
