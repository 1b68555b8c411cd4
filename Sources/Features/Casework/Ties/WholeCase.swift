internal import Database
internal import Kernel
internal import Partnership

/// A case with what can go along to another.
struct WholeCase {
  let file: CaseFile
  let reports: [Report]
  let people: [CasePerson]
  /// Those that are not done.
  let actions: [CaseAction]
  /// Files of the case itself; those of its reports go with them.
  let files: [EvidenceFile]
  /// The organisations that read it now.
  let parties: [CaseParty]

  init(_ file: CaseFile, _ services: Services, at now: Instant, _ read: Read) throws {
    let cases = CaseStore(services)
    self.file = file
    reports = try cases.reports(of: file.id, read)
    people = try cases.parts.people(of: file.id, as: CasePart.allCases, read)
    actions = try cases.parts.actions(of: file.id, read).filter { $0.doneAt == nil }
    files = try EvidenceStore(services).of(file.id, read).filter { $0.owner == .file(file.id) }
    parties = try PartyStore(services).parties(of: file.id, read).filter { $0.isOpen(at: now) }
  }
}
