internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Whoever keeps the record of a conference: somebody at a page, or the operator at the command line.
protocol Clerk {
  var services: Services { get }
  var now: Instant { get }
  /// Who it is; `nil` of the operator.
  var account: ID<Account>? { get }
}

/// Whoever runs the machine, without an account.
struct Operator: Clerk {
  let services: Services
  let account: ID<Account>? = nil
  let now: Instant

  init(_ services: Services) { (self.services, now) = (services, services.clock.now()) }

  /// The operator does what a coordinator may, in a conference that does not stand apart.
  func sitting(_ kind: ConferenceKind) -> Sitting {
    Sitting(kind: kind, seat: .coordinator, account: ID(0), organisation: ID(0))
  }
}

extension Clerk {
  var today: Day { London.day(now) }
  var referrals: ReferralStore { ReferralStore(services) }
  var research: ResearchStore { ResearchStore(services) }
  var meetings: MeetingStore { MeetingStore(services) }
  var agenda: AgendaStore { AgendaStore(services) }
  var attendance: AttendanceStore { AttendanceStore(services) }
  var actions: ActionStore { ActionStore(services) }

  /// The bodies that may sit in a kind.
  func bodies(_ kind: ConferenceKind, _ read: Read) throws -> [Agency] {
    try services.people.agencies(read).filter { kind.rules.agencies.contains($0.kind) }
  }

  /// What an organisation is; `nil` of none.
  func kind(of organisation: ID<Organisation>, _ read: Read) throws -> AgencyKind? {
    try services.people.agencies(read).first { $0.id == organisation }?.kind
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

  /// Records in the audit trail that something was done, with the change it belongs to.
  func record(
    _ action: String, _ kind: ConferenceKind, _ detail: [String: String] = [:], in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: "conferences.\(action)", subject: kind.subject, detail: detail,
        at: now), in: write)
  }
}
