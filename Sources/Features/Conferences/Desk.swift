internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What every handler of conferences does alike: find the seat, name bodies, record, answer.
struct Desk: Clerk {
  let visit: StaffVisit

  static let crumb = Crumb("Conferences", ConferencesRoute.index.path)

  var services: Services { visit.services }
  var now: Instant { visit.now }
  var account: ID<Account>? { visit.actor.account }

  /// The visitor's seat in a kind; a 404 where they have none, or it has not the right.
  func sitting(_ key: String, _ right: ConferenceRight, _ read: Read) throws -> Sitting {
    guard let sitting = try MemberStore.sitting(visit.actor, in: key, read) else {
      throw ConferencesProblem.notFound
    }
    try sitting.require(right)
    return sitting
  }

  func crumbs(_ kind: ConferenceKind) -> [Crumb] {
    [Self.crumb, Crumb(kind.title, ConferencesRoute.desk(kind.key, CaseFilter()).path)]
  }

  func shows(_ action: String, _ kind: ConferenceKind, _ detail: [String: String] = [:]) {
    visit.shows("conferences.\(action)", kind.subject, detail)
  }

  func page(
    _ title: String, crumbs: [Crumb], _ state: FormState = FormState(), status: Int? = nil,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    .html(
      Page(frame: visit.frame, title: title, crumbs: crumbs, refusal: state.refusal) {
        ErrorSummary(state.refusal)
        content()
      }, status: status ?? (state.refusal == nil ? 200 : 422))
  }
}

/// The names that pages show of bodies and people.
struct Names {
  var bodies: [ID<Organisation>: String] = [:]
  var people: [ID<Account>: String] = [:]

  func body(_ id: ID<Organisation>?) -> String {
    id.map { bodies[$0] ?? "An organisation since removed" } ?? "No organisation"
  }

  func person(_ id: ID<Account>?) -> String {
    id.map { people[$0] ?? "An account since removed" } ?? "The command line"
  }
}
