internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Joins a case to another that goes on: what belongs to it goes along, its story stays, and it leads
/// there.
struct Joining {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var risks: RiskStore { RiskStore(keyring: services.keyring) }
  private var tieWords: TieWords { TieWords(services: services, account: account, now: now) }

  /// The open case of a reference that another can be joined to.
  func taker(_ typed: String, of file: CaseFile, _ read: Read) throws -> CaseFile {
    guard let reference = Reference(typed.filter { !$0.isWhitespace }) else {
      throw Refusal("into", "Enter the reference of a case, such as TM-7K42-0931")
    }
    guard let found = try cases.find(reference, read) else {
      throw Refusal("into", "There is no case \(reference). Check it")
    }
    guard found.id != file.id else {
      throw Refusal("into", "This is the case itself: enter the other one")
    }
    if let taker = try TieStore.taker(of: found, cases, read) {
      throw Refusal(
        "into",
        taker.id == file.id
          ? "\(reference) was joined to this case already"
          : "\(reference) was joined to \(taker.reference): enter that one")
    }
    guard found.state != .closed else {
      throw Refusal("into", "Case \(reference) is closed. Open it again first, or choose another")
    }
    return found
  }

  func join(_ file: CaseFile, to into: CaseFile, _ form: JoinForm, in write: Write) throws {
    guard file.state != .closed else { throw CaseProblem.closed }
    let whole = try WholeCase(file, services, at: now, write)
    try LeadSight.check(into, taking: whole.reports, field: "into", services, write)
    try hand(whole, to: into, form, in: write)
    try TieMoves(from: file.id, into: into.id, subject: into.subject, outbox: services.outbox)
      .all(cases, in: write)
    // Lists and pages never show this outcome: the case says that it was joined.
    try cases.keep(file, CaseChange(state: .closed, outcome: .referred), at: now, in: write)
    try TieStore.join(file.id, into: into.id, in: write)
    try risks.rest(file.id, in: write)
    // Read anew: giving it to an organisation has changed it.
    guard let taken = try cases.find(into.id, write) else { throw CaseProblem.notFound }
    try cases.keep(
      taken,
      CaseChange(
        priority: min(into.priority, file.priority), clocks: Self.clocks(of: into, with: file)),
      at: now, in: write)
    try risks.gather(on: into.id, at: now, in: write)
    try tieWords.note(.joinedTo, about: file, into, form.reason, in: write)
    try tieWords.note(.joinedBy, about: into, file, form.reason, in: write)
    try tieWords.tell(whole.reports, TieWords.joined, form.told, in: write)
  }

  /// Nothing that was promised becomes later: what is due sooner counts, and work that has begun on
  /// either has begun.
  static func clocks(of into: CaseFile, with file: CaseFile) -> CaseClocks {
    var clocks = into.clocks
    clocks.actDue = [into.actDue, file.actDue].compactMap(\.self).min()
    clocks.updateDue = min(clocks.updateDue, file.updateDue)
    clocks.interviewDue = [into.interviewDue, file.interviewDue].compactMap(\.self).min()
    clocks.interviewedAt = [into.interviewedAt, file.interviewedAt].compactMap(\.self).min()
    if clocks.startedAt == nil {
      clocks.startDue = min(clocks.startDue, file.startDue)
      clocks.startedAt = file.startedAt
    }
    return clocks
  }

  /// Nobody reads more than somebody decided: organisations that have the case that goes on need a
  /// look, and those that have this one are given the other only where they were chosen.
  private func hand(
    _ whole: WholeCase, to into: CaseFile, _ form: JoinForm, in write: Write
  ) throws {
    let store = PartyStore(services)
    let readers = try store.parties(of: into.id, write).filter { $0.isOpen(at: now) }
    guard readers.isEmpty || form.isSeen else {
      throw Refusal(
        "seen", "Other organisations read \(into.reference). Look at which, and tick this")
    }
    let giving = Giving(services: services, account: account, now: now)
    for party in whole.parties where form.given.contains(party.organisation.description) {
      guard !readers.contains(where: { $0.organisation == party.organisation }),
        let found = try cases.find(into.id, write)
      else { continue }
      try giving.give(found, try again(party, write), in: write)
    }
  }

  /// The same purpose, grounds and end, where they are still good; what was written before is not read.
  private func again(_ party: CaseParty, _ read: Read) throws -> PartyForm {
    let (agencies, today) = (try services.people.agencies(read), London.day(now))
    guard let agency = agencies.first(where: { $0.id == party.organisation }),
      let share = try party.share.flatMap({ try services.shares.share($0, read) })
    else {
      throw Refusal(
        "given", "It was given before shares were recorded: give it the other case by itself")
    }
    let choices = try services.shares.choices(today, read)
    let rules = ShareRules(share.terms, with: .organisation(agency), by: nil, choices, today: today)
    if let first = rules.refused.first {
      throw Refusal("given", "\(agency.name) cannot be given it so. \(first.message)")
    }
    return PartyForm(agency, share.terms, readsEarlier: false)
  }
}
