internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The records of what links tell: each ends when its link does.
struct LinkShares {
  let services: Services
  let now: Instant

  /// Ends the shares of links of a case that a condition holds for.
  func end(
    of file: ID<CaseFile>, because reason: String, in write: Write,
    where isMeant: (CaseLink) -> Bool
  ) throws {
    let links = try LinkStore(keyring: services.keyring).links(of: file, write)
    for link in links where isMeant(link) { try end(link.share, because: reason, in: write) }
  }

  /// Ends a share that is still open.
  func end(_ share: Reference?, because reason: String, in write: Write) throws {
    guard let share, let found = try services.shares.share(share, write),
      found.isOpen(at: now)
    else { return }
    try services.shares.end(share, ShareEnd(now, because: Sensitive(reason)), write)
  }

  /// Ends what an answered referral told, by itself and by its links.
  func end(_ referral: CaseReferral, of file: ID<CaseFile>, in write: Write) throws {
    try end(referral.share, because: "The referral is answered", in: write)
    try end(of: file, because: "The referral is answered", in: write) {
      $0.asks == .referral(referral.id)
    }
  }

  /// Records what a link tells its reader, until its last day; a case that ends the link ends it.
  func record(
    _ terms: ShareTerms, with agency: Agency, about file: Reference, by account: ID<Account>?,
    in write: Write
  ) throws -> Reference {
    try services.shares.record(
      NewShare(
        about: file, with: .organisation(agency), terms, isKeptByRecord: true, by: account, at: now),
      write)
  }

  /// The terms of a referral for a link to it, which lasts for as long as the link.
  ///
  /// - Throws: `Refusal` at a field where the law or the partnership does not let it be told so today.
  func terms(
    of referral: CaseReferral, with agency: Agency, by sharer: AgencyKind?, until lastDay: Day,
    at field: String, _ read: Read
  ) throws -> ShareTerms {
    guard let share = try referral.share.flatMap({ try services.shares.share($0, read) }) else {
      throw Refusal(
        field,
        "This referral was made before shares were recorded: make it anew, and send that")
    }
    let today = London.day(now)
    guard share.isOpen(at: now) || referral.due < today else {
      throw Refusal(field, "The share of this referral was revoked: make it anew, and send that")
    }
    var terms = share.terms
    terms.lastDay = lastDay
    let rules = ShareRules(
      terms, with: .organisation(agency), by: sharer, try services.shares.choices(today, read),
      today: today)
    if let first = rules.refused.first {
      throw Refusal(field, "\(agency.name) cannot be told it so. \(first.message)")
    }
    return terms
  }
}
