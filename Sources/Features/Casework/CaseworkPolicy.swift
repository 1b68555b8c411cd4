internal import Access
internal import Partnership

/// What may be done with reports and cases.
enum CaseworkRight: String, CaseIterable, Sendable {
  /// See the list of reports: references, kinds, places and times, no person.
  case list
  /// Open a report with what its reporter told.
  case open
  /// Take a report for somebody who calls, writes or comes in.
  case take
  /// Say that what a flag warned of has been acted on.
  case clear
  /// Take and test applications for case reviews, and record what was decided.
  case review
  /// See which applications there are and how far they have come, nobody named.
  case listReviews
  /// Seat the panel of a case review, choose what is struck out of its papers, and issue them.
  case panel
  /// Change the telephone lines and contacts the public is shown.
  case configure
  /// Read the sets of law that case reviews rest on.
  case readLaw
  /// Add a set, or say when one is law.
  case changeLaw
}

/// Who may do it.
///
/// An administrator runs the system and sees no report by right of it. A partner's staff, such as a
/// third-party hate reporting centre's, take reports and see none. An auditor reads who opened what
/// in the audit trail, not the reports. The papers of a panel are opened by who sits on it, and by who
/// prepares them.
enum CaseworkPolicy {
  static let table = PolicyTable<CaseworkRight>([
    .list: [.manager, .officer, .coordinator],
    .open: [.manager, .officer],
    .take: [.manager, .officer, .coordinator, .partner],
    .clear: [.manager, .officer],
    .review: [.manager, .officer],
    .listReviews: [.manager, .officer, .coordinator],
    .panel: [.manager, .coordinator],
    .configure: [.administrator, .manager],
    .readLaw: [.administrator, .manager, .officer, .coordinator, .auditor],
    .changeLaw: [.administrator],
  ])

  static func roles(_ right: CaseworkRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: CaseworkRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: CaseworkRight, _ actor: Actor) throws(CaseworkProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
