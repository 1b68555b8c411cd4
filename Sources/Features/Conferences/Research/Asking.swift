internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Asks organisations about a case, and records what that shows them.
struct Asking {
  let desk: any Clerk
  let kind: ConferenceKind
  let referral: Referral
  /// Whose question it is; nothing is shown to it, nor to whoever referred, that it did not know.
  let asker: ID<Organisation>

  init(desk: any Clerk, kind: ConferenceKind, referral: Referral, by asker: ID<Organisation>) {
    (self.desk, self.kind, self.referral, self.asker) = (desk, kind, referral, asker)
  }

  /// Refuses at a field where the grounds do not let one of some be told, before any of them is asked.
  func check(_ bodies: [Agency], at field: String, _ read: Read) throws {
    for body in bodies { _ = try grounds(for: body, at: field, read) }
  }

  /// `nil` where it is shown nothing that it did not know.
  private func grounds(for body: Agency, at field: String, _ read: Read) throws -> [ShareGround]? {
    guard body.id != asker, body.id != referral.organisation else { return nil }
    return try showing.grounds(
      of: referral, for: body, told, by: desk.kind(of: asker, read), at: field, read)
  }

  private var showing: Showing {
    Showing(services: desk.services, kind: kind, account: desk.account, now: desk.now)
  }

  /// Asks one; false where it is asked already.
  ///
  /// Its accounts see the case until so many days after the answer is due as minutes are open, unless the
  /// question ends before.
  func ask(_ body: Agency, by due: Day, at field: String, in write: Write) throws -> Bool {
    let grounds = try grounds(for: body, at: field, write)
    let last = min(
      due.adding(days: kind.rules.minutesDays), desk.today.adding(days: ShareRules.mostDays))
    let id = try desk.research.ask(
      body.id, about: referral, by: due, until: last, asker: desk.account, at: desk.now, in: write)
    guard let id else { return false }
    guard let grounds else { return true }
    try showing.record(
      NewConferenceShare(
        referral: referral, research: id, link: nil, agency: body, fields: told, lastDay: last,
        account: desk.account), grounds, in: write)
    return true
  }

  /// What the page of the case tells: who it is about, and what the referral says it tells.
  private var told: [ShareField] {
    guard case .named(let named) = referral.grounds else { return [.identity] }
    return ShareField.allCases.filter { $0 == .identity || named.told.contains($0) }
  }
}
