internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Records what a question shows, in one transaction with it, and ends the record with it.
///
/// In the register of shares, which those read who do not sit here; of a conference that stands apart in
/// its own list alone.
struct Showing {
  let services: Services
  let kind: ConferenceKind
  let account: ID<Account>?
  let now: Instant

  private var today: Day { London.day(now) }

  /// The grounds of a referral for what one organisation is shown today.
  ///
  /// - Throws: `Refusal` at a field where the law of the day does not let it be told so.
  func grounds(
    of referral: Referral, for agency: Agency, _ fields: [ShareField], by sharer: AgencyKind?,
    at field: String, _ read: Read
  ) throws -> [ShareGround] {
    guard case .named(let named) = referral.grounds else {
      throw Refusal(
        field,
        "This referral was made before its grounds were kept in one place: refer them anew, and ask then"
      )
    }
    let choices = try services.shares.choices(today, read)
    if let old = named.grounds.first(where: { choices.ground($0.part, $0.key) == nil }) {
      throw Refusal(
        field, "“\(old.title)” is no longer in force: refer them anew, on grounds of today")
    }
    let rules = GroundRules(
      named.grounds, for: fields, to: .sitting([agency.kind]), by: sharer)
    if let first = rules.refused.first {
      throw Refusal(field, "\(agency.name) cannot be told it so. \(first.message)")
    }
    return named.grounds
  }

  /// Records what is shown; the last day is a year from now at the latest, as of every share.
  func record(_ new: NewConferenceShare, _ grounds: [ShareGround], in write: Write) throws {
    try ConferenceShareStore.add(
      new, register: kind.isApart ? nil : registered(new, grounds, in: write), at: now, in: write)
  }

  private func registered(
    _ new: NewConferenceShare, _ grounds: [ShareGround], in write: Write
  ) throws -> Reference {
    let content = new.referral.content.reveal(for: "the record of a share")
    let words = ShareTerms.Words(
      purpose: "To say what it knows, for the conference “\(kind.title)”",
      necessity: content.necessity)
    return try services.shares.record(
      NewShare(
        about: new.referral.reference, with: .organisation(new.agency),
        ShareTerms(
          words: Sensitive(words), grounds: grounds, fields: new.fields, agreement: nil,
          lastDay: new.lastDay),
        isKeptByRecord: true, by: account, at: now), write)
  }

  /// Ends what is still shown of a case, as far as it is meant.
  func end(
    _ referral: ID<Referral>, because ending: ConferenceShare.Ending, in write: Write,
    where isMeant: (ConferenceShare) -> Bool = { _ in true }
  ) throws {
    let shares = try ConferenceShareStore.about(referral, write)
    for share in shares where share.isOpen(at: now) && isMeant(share) {
      try ConferenceShareStore.end(share, ending, at: now, in: write)
      guard let register = share.register else { continue }
      try services.shares.end(register, ShareEnd(now, because: Sensitive(ending.title)), write)
    }
  }

  /// Ends every question of a case with what it shows: nobody reads or answers it any more.
  func close(
    _ referral: ID<Referral>, because ending: ConferenceShare.Ending, in write: Write
  ) throws {
    try ResearchStore(services).end(of: referral, at: now, in: write)
    try ResearchLinkStore(services).shared.end(where: "case_id = \(referral)", at: now, in: write)
    try end(referral, because: ending, in: write)
  }

  /// Ends what was shown of the cases that a meeting heard.
  func close(_ agenda: Agenda, in write: Write) throws {
    for entry in agenda.cases where entry.item.startedAt != nil {
      try close(entry.referral.id, because: .heard, in: write)
    }
  }

  /// Takes one question back with what it shows.
  func takeBack(_ research: Research, in write: Write) throws {
    try ResearchStore(services).end(of: research.referral, only: research.id, at: now, in: write)
    try ResearchLinkStore(services).shared.end(
      where: "research = \(research.id)", at: now, in: write)
    try end(research.referral, because: .takenBack, in: write) { $0.research == research.id }
  }
}
