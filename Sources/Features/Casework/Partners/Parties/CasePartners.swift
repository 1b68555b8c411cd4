internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What the page of a case shows of other organisations.
struct CasePartners {
  let parties: [CaseParty]
  /// The shares of the case, those with others than parties too, the latest first.
  let shares: [Share]
  /// What a share may name today.
  let choices: ShareChoices
  /// The page that records a share of the case with others.
  let sharePath: String
  /// Actions sent to mailboxes.
  let links: [CaseLink]
  /// Whether links can be sent at all.
  let hasMail: Bool
  let answers: AnswerStore.Found
  /// The entries that stay with the lead.
  let kept: Set<ID<CaseEntry>>
  /// Whether parties read nothing of those who reported.
  let hidesReporters: Bool
  let now: Instant

  init(_ whole: CaseFile, _ services: Services, at now: Instant, _ read: Read) throws {
    let (file, store) = (whole.id, PartyStore(services))
    parties = try store.parties(of: file, read)
    links = try LinkStore(keyring: services.keyring).links(of: file, read)
    hasMail = LinkLetters.canBeSent(services)
    answers = try AnswerStore().found(of: file, read)
    kept = try KeptEntries.of(file, read)
    hidesReporters = try store.hidesReporters(of: file, read)
    let own = try services.shares.about(whole.reference, read)
    // A referral or link that came with a joined case has its record under that case.
    let moved =
      try ReferralStore(keyring: services.keyring).referrals(of: file, read).map(\.share)
      + links.map(\.share)
    shares =
      own
      + (try moved.compactMap(\.self).filter { one in !own.contains { $0.reference == one } }
        .compactMap { try services.shares.share($0, read) })
    choices = try services.shares.choices(London.day(now), read)
    sharePath = services.shares.formPath(whole.reference)
    self.now = now
  }

  /// Those that may open the case now.
  var open: [CaseParty] { parties.filter { $0.isOpen(at: now) } }

  /// The record of a party's share.
  func share(of party: CaseParty) -> Share? { share(party.share) }

  func share(_ reference: Reference?) -> Share? {
    reference.flatMap { one in shares.first { $0.reference == one } }
  }

  /// Shares with others than parties: by referral, by link, and those recorded by hand.
  var otherShares: [Share] {
    shares.filter { share in !parties.contains { $0.share == share.reference } }
  }

  func keptWords(_ entry: ID<CaseEntry>) -> String {
    kept.contains(entry) ? ", only for us" : ""
  }
}

extension CaseModel {
  /// Who wrote an entry, with their organisation where that is another; of one that was brought along,
  /// the system it came from.
  func author(of entry: CaseEntry) -> String {
    let name = entry.account.flatMap { names[$0] }
    guard let organisation = partners.answers.authors[entry.id] else {
      let source = carried.flatMap { entry.at < $0.carriedAt ? $0.system : nil }
      return name ?? source ?? "The program"
    }
    return [name, agency(organisation)].compactMap(\.self).joined(separator: ", ")
  }
}
