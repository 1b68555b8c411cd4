internal import Access
internal import Kernel
internal import Partnership

/// What may be done with places.
enum PlaceAction: String, CaseIterable, Sendable {
  case see
  case importFiles
}

/// Who may do it; places name nobody.
enum PlacePolicy {
  static let table = PolicyTable<PlaceAction>([
    .see: Set(Role.all),
    .importFiles: [.administrator, .analyst, .coordinator],
  ])

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ action: PlaceAction, _ actor: Actor) throws(PlaceProblem) {
    guard table.allows(action, actor.role) else { throw .notFound }
  }

  static func may(_ action: PlaceAction, _ actor: Actor) -> Bool {
    table.allows(action, actor.role)
  }
}

/// What can go wrong on the pages of places.
enum PlaceProblem: Problem, Equatable {
  case notFound

  var message: String { "There is no such page. Go back to Places." }
  var status: Int { 404 }
}
