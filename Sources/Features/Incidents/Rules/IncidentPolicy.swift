internal import Access
internal import Kernel
internal import Partnership

/// What may be done with incidents.
enum IncidentAction: String, CaseIterable, Sendable {
  case see
  case importFiles
  /// Read refused rows as they came, with whatever names their file has.
  case readRefused
  /// Read what was hidden from the public, and why.
  case seePublicLog
  /// Decide whether a source is shown to the public.
  case publish
  /// Say how the files of other sources are read.
  case saveMappings
}

/// Who may do it; what is kept of incidents names nobody.
enum IncidentPolicy {
  static let table = PolicyTable<IncidentAction>([
    .see: Set(Role.all),
    .importFiles: [.administrator, .analyst, .coordinator],
    .readRefused: [.administrator, .analyst, .coordinator],
    .seePublicLog: [.administrator, .manager, .analyst, .auditor],
    .publish: [.manager, .analyst],
    .saveMappings: [.administrator, .analyst, .coordinator],
  ])

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ action: IncidentAction, _ actor: Actor) throws(IncidentProblem) {
    guard table.allows(action, actor.role) else { throw .notFound }
  }

  static func may(_ action: IncidentAction, _ actor: Actor) -> Bool {
    table.allows(action, actor.role)
  }
}

/// What can go wrong on the pages of incidents.
enum IncidentProblem: Problem, Equatable {
  case notFound

  var message: String { "There is no such page. Go back to Incidents." }
  var status: Int { 404 }
}
