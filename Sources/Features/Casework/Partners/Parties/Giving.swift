internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Makes an organisation a party to a case and ends that: with the record of the share, and the entry in
/// the story.
struct Giving {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var store: PartyStore { PartyStore(services) }

  func give(_ file: CaseFile, _ form: PartyForm, in write: Write) throws {
    let parties = try store.parties(of: file.id, write)
    if parties.contains(where: { $0.organisation == form.agency.id && $0.isOpen(at: now) }) {
      throw Refusal(
        "party", "This organisation is a party already. End that before you add it anew")
    }
    // Two who add the same organisation at once: the second is told that the case has changed.
    try cases.keep(file, CaseChange(), at: now, in: write)
    let share = try services.shares.record(
      NewShare(
        about: file.reference, with: .organisation(form.agency), form.terms, isKeptByRecord: true,
        by: account, at: now), write)
    try store.add(form, recorded: share, to: file, at: now, in: write)
    let purpose = form.terms.words.reveal(for: "story of a case").purpose
    try tell(.party, "\(form.agency.name): \(purpose)", file, in: write)
  }

  func end(
    _ file: CaseFile, _ party: CaseParty, _ end: Instant, because reason: String, in write: Write
  ) throws {
    guard party.organisation != file.lead else {
      throw Refusal("ended", "It leads the case: take the lead back first")
    }
    try store.end(party, at: end, because: reason, in: write)
    if let share = party.share {
      try services.shares.end(share, ShareEnd(end, because: Sensitive(reason)), write)
    }
    let name = try services.people.agencies(write).first { $0.id == party.organisation }?.name
    let last = London.day(end == now ? now : end.adding(seconds: -0.001))
    try cases.keep(file, CaseChange(), at: now, in: write)
    try tell(
      .partyEnded, "\(name ?? "An organisation"), last day \(last.words). \(reason)", file,
      in: write)
  }

  private func tell(
    _ kind: CaseEntryKind, _ words: String, _ file: CaseFile, in write: Write
  ) throws {
    try cases.parts.write(kind, about: file.id, words, by: account, at: now, in: write)
  }
}
