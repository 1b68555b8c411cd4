internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What every handler of conferences does alike: find the seat, name bodies, record, answer.
struct Desk {
  let visit: StaffVisit

  static let crumb = Crumb("Conferences", ConferencesRoute.index.path)

  var services: Services { visit.services }
  var today: Day { London.day(visit.now) }
  var referrals: ReferralStore { ReferralStore(services) }
  var research: ResearchStore { ResearchStore(services) }
  var meetings: MeetingStore { MeetingStore(services) }
  var agenda: AgendaStore { AgendaStore(services) }
  var attendance: AttendanceStore { AttendanceStore(services) }
  var actions: ActionStore { ActionStore(services) }

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

  /// The bodies that may sit in a kind.
  func bodies(_ kind: ConferenceKind, _ read: Read) throws -> [Agency] {
    try services.people.agencies(read).filter { kind.rules.agencies.contains($0.kind) }
  }

  func names(_ read: Read) throws -> Names {
    Names(
      bodies: Dictionary(
        try services.people.agencies(read).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 }))
  }

  /// The names of accounts beside those of bodies.
  func names(of accounts: [ID<Account>?], _ read: Read) throws -> Names {
    var names = try names(read)
    for account in Set(accounts.compactMap(\.self)) {
      names.people[account] = try services.people.name(of: account, in: read)?
        .reveal(for: "page of a conference")
    }
    return names
  }

  func record(
    _ action: String, _ kind: ConferenceKind, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try visit.record("conferences.\(action)", kind.subject, detail, in: write)
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
