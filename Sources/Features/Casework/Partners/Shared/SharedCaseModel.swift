internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What an organisation is shown of a case.
struct SharedCaseModel {
  let file: CaseFile
  let standard: CaseStandard
  let party: CaseParty
  /// The record of its share; `nil` of what was given before there was a register.
  let share: Share?
  let sight: PartySight
  let owner: String?
  let actions: [CaseAction]
  let entries: [CaseEntry]
  let people: [CasePerson]
  let subjects: [CasePerson]
  /// What to mind on a visit, of its places and of the people it is shown.
  let warnings: [SharedWarning]
  /// The other organisations that are parties now.
  let others: [String]
  let agencies: [Agency]
  let names: [ID<Account>: String]
  let authors: [ID<CaseEntry>: ID<Organisation>]
  /// What other features hold on it, as far as the organisation may see it.
  let related: [RelatedRecord]
  let now: Instant
  let csrf: String
  let refused: (act: SharedAct, state: FormState)?

  func agency(_ id: ID<Organisation>) -> String {
    agencies.first { $0.id == id }?.name ?? "Another organisation"
  }

  /// What the organisation has to do.
  var own: [CaseAction] {
    actions.filter { $0.organisation == party.organisation && $0.doneAt == nil }
  }

  func author(of entry: CaseEntry) -> String {
    [entry.account.flatMap { names[$0] }, authors[entry.id].map(agency)].compactMap(\.self)
      .joined(separator: ", ")
  }

  func state(of act: SharedAct) -> FormState {
    guard let refused, refused.act == act else { return FormState() }
    return refused.state
  }

  func isOpen(_ act: SharedAct) -> Bool { refused?.act == act }
}

extension SharedCaseModel {
  /// Reads a case as its party sees it; `nil` where the organisation is none.
  init?(
    _ reference: Reference, _ visit: StaffVisit, _ refused: (act: SharedAct, state: FormState)?,
    _ read: Read
  ) throws {
    let store = PartyStore(visit.services)
    let organisation = visit.actor.organisation
    guard
      let (file, party) = try store.find(reference, of: organisation, at: visit.now, read)
    else { return nil }
    let parts = store.cases.parts
    let sight = try store.sight(of: party, file.id, read)
    let entries = try store.entries(of: file.id, sight, read)
    let agencies = try visit.services.people.agencies(read)
    var names: [ID<Account>: String] = [:]
    for id in Set(entries.compactMap(\.account) + [file.owner].compactMap(\.self)) {
      let name = try visit.services.people.name(of: id, in: read)
      names[id] = name?.reveal(for: "page of a shared case")
    }
    let others = try store.parties(of: file.id, read).filter {
      $0.organisation != organisation && $0.isOpen(at: visit.now)
    }
    let people =
      sight.sufferers.isEmpty ? [] : try parts.people(of: file.id, as: sight.sufferers, read)
    let subjects = try parts.people(of: file.id, as: [.subject], read)
    self.init(
      file: file, standard: try StandardStore.standard(at: visit.now, read), party: party,
      share: try party.share.flatMap { try visit.services.shares.share($0, read) }, sight: sight,
      owner: file.owner.flatMap { names[$0] },
      actions: try parts.actions(of: file.id, read), entries: entries,
      people: people, subjects: subjects,
      warnings: try SharedWarning.all(
        of: file, sight, shown: people + subjects, on: London.day(visit.now),
        visit.services.keyring, read),
      others: others.compactMap { other in
        agencies.first { $0.id == other.organisation }?.name
      }, agencies: agencies, names: names,
      authors: try AnswerStore().found(of: file.id, read).authors,
      related: try visit.related(to: file.reference, read), now: visit.now,
      csrf: visit.frame.csrf, refused: refused)
  }
}
