internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Hands a case on: to an organisation with accounts, which leads it here, or to any other, and then
/// it is closed here.
struct HandingOn {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  /// How long whoever leads a case must have it at least.
  static let leastDays = 28

  private var cases: CaseStore { CaseStore(services) }

  /// The organisations that have accounts of partners.
  static func withAccounts(
    _ services: Services, _ read: Read
  ) throws -> Set<ID<Organisation>> {
    Set(try services.people.people([.partner], read).map(\.organisation))
  }

  /// Hands it on; the action of the audit trail.
  func hand(_ file: CaseFile, _ form: HandOnForm, in write: Write) throws -> String {
    guard file.state != .closed else { throw CaseProblem.closed }
    if case .organisation(let agency) = form.to,
      try Self.withAccounts(services, write).contains(agency.id)
    {
      try lead(file, agency, form, in: write)
      return "casework.case-hand-on"
    }
    try pass(file, to: form.to.name, form, in: write)
    return "casework.case-pass"
  }

  /// The clocks go on: whoever leads, those who reported were promised an answer.
  private func lead(
    _ file: CaseFile, _ agency: Agency, _ form: HandOnForm, in write: Write
  ) throws {
    try check(file, agency, write)
    try cases.keep(file, CaseChange(), at: now, in: write)
    try write.run("UPDATE case_file SET lead = \(agency.id) WHERE id = \(file.id)")
    try note(.handedOn, "\(agency.name). \(form.reason)", file, in: write)
    let telling = HandOnTelling(services: services, account: account, now: now)
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try telling.tell(report, agency.name, form.told, in: write)
    }
  }

  private func check(_ file: CaseFile, _ agency: Agency, _ read: Read) throws {
    guard file.lead != agency.id else {
      throw Refusal("to", "\(agency.name) leads it already")
    }
    let store = PartyStore(services)
    let party = try store.parties(of: file.id, read).first {
      $0.organisation == agency.id && $0.isOpen(at: now)
    }
    guard let party else {
      throw Refusal(
        "to",
        "\(agency.name) has accounts and leads it here: give it the case first, under "
          + "Organisations, with the ground in law")
    }
    let least = London.day(now).adding(days: Self.leastDays)
    if let last = party.lastDay, last < least {
      throw Refusal(
        "to",
        "\(agency.name) reads the case until \(last.words) only: give it the case until "
          + "\(least.words) or longer")
    }
    guard try !store.hidesReporters(of: file.id, read) else {
      throw Refusal(
        "to",
        "Somebody who reported asked not to be named, so \(agency.name) would not see whom to "
          + "tell. Ask them first, or keep the lead")
    }
  }

  /// The work here has ended, so the clocks end with it; the outcome that lists keep is the general
  /// one, and the name stands beside it.
  private func pass(
    _ file: CaseFile, to name: String, _ form: HandOnForm, in write: Write
  ) throws {
    try cases.keep(
      file, CaseChange(state: .closed, outcome: .referred), at: now, in: write)
    try write.run("UPDATE case_file SET passed_to = \(name) WHERE id = \(file.id)")
    try note(.passed, "\(name). \(form.reason)", file, in: write)
    if let told = form.share {
      _ = try services.shares.record(
        NewShare(
          about: file.reference, with: told.recipient, told.terms, by: account, at: now), write)
    }
    let telling = OutcomeTelling(services: services, account: account, now: now)
    let reports = ReportStore(services)
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try telling.tell(report, "\(name) deals with it now.", form.told, in: write)
      try reports.move(report.id, to: .closed, in: write)
    }
    try RiskStore(keyring: services.keyring).rest(file.id, in: write)
  }

  /// Our own officers lead again.
  func takeBack(_ file: CaseFile, because reason: String, in write: Write) throws {
    guard file.lead != nil else {
      throw Refusal("take-back-reason", "No other organisation leads it")
    }
    try cases.keep(file, CaseChange(), at: now, in: write)
    try write.run("UPDATE case_file SET lead = NULL WHERE id = \(file.id)")
    try note(.takenBack, reason, file, in: write)
    let events = ReportEvents(sealing: ReportStore(services).sealing)
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try events.add(
        .update, to: report.id, words: Sensitive(HandOnTelling.takenBack), by: account, at: now,
        in: write)
    }
  }

  private func note(
    _ kind: CaseEntryKind, _ words: String, _ file: CaseFile, in write: Write
  ) throws {
    try cases.parts.write(kind, about: file.id, words, by: account, at: now, in: write)
  }
}
