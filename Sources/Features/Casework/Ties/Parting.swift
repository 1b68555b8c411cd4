internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Opens a case of its own from some reports of another, with the people, actions and files that were
/// chosen.
struct Parting {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var risks: RiskStore { RiskStore(keyring: services.keyring) }

  /// The new case, of the same officer, under the clocks of the one it comes from.
  func part(
    _ file: CaseFile, _ form: PartForm, using generator: inout some RandomNumberGenerator,
    in write: Write
  ) throws -> CaseFile {
    guard file.state != .closed else { throw CaseProblem.closed }
    let new = try cases.open(
      form.parts.reports[0], title: form.title, priority: file.priority, by: file.owner, at: now,
      using: &generator, in: write)
    try TieStore.part(new.id, from: file.id, in: write)
    try TieMoves(from: file.id, into: new.id, subject: new.subject, outbox: services.outbox)
      .some(form.parts, in: write)
    try cases.keep(new, CaseChange(clocks: file.clocks), at: now, in: write)
    try cases.keep(file, CaseChange(), at: now, in: write)
    if !form.parts.people.isEmpty {
      try risks.gather(on: new.id, at: now, in: write)
      try risks.gather(on: file.id, at: now, in: write)
    }
    let words = TieWords(services: services, account: account, now: now)
    try words.note(.partedInto, about: file, new, form.reason, in: write)
    try words.note(.partedFrom, about: new, file, form.reason, in: write)
    try words.tell(form.parts.reports, TieWords.parted, form.told, in: write)
    return new
  }
}
