internal import Access
internal import Database
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership

/// Carries out what a form asks of a case, inside one transaction.
struct CaseActs {
  let visit: StaffVisit
  let file: CaseFile

  private var cases: CaseStore { CaseStore(visit.services) }
  private var parts: CasePartStore { cases.parts }
  var risks: RiskStore { RiskStore(keyring: visit.services.keyring) }
  private var parties: PartyActs { PartyActs(visit: visit, file: file) }
  private var links: LinkActs { LinkActs(visit: visit, file: file) }
  var form: Fields { visit.request.form }

  func carryOut(_ act: CaseAct, in write: Write) throws {
    switch act {
    case .partyEnd, .answersRead, .linkEnd, .watch, .unwatch: break
    case _ where file.joinedInto != nil: throw CaseProblem.joined
    case .reopen: guard file.state == .closed else { throw CaseProblem.open }
    case .resume: guard file.state == .paused else { throw CaseProblem.open }
    default: guard file.state != .closed else { throw CaseProblem.closed }
    }
    switch act {
    case .note: try note(in: write)
    case .incident: try incident(in: write)
    case .contact: try contact(in: write)
    case .person: try person(in: write)
    case .action: try action(in: write)
    case .finish: try finish(in: write)
    case .change: try change(in: write)
    case .allocate: try allocate(in: write)
    case .decline: try decline(in: write)
    case .pause: try pause(in: write)
    case .resume: try resume(in: write)
    case .close: try close(in: write)
    case .reopen: try reopen(in: write)
    case .marker, .markerReview, .place, .vehicle, .vehicleOff, .referral, .referralAnswer,
      .support:
      try add(act, in: write)
    case .tags: try tags(in: write)
    case .names: try names(in: write)
    case .party: try parties.add(in: write)
    case .partyEnd: try parties.end(in: write)
    case .answersRead: try parties.readAnswers(in: write)
    case .link: try links.send(in: write)
    case .linkEnd: try links.end(in: write)
    case .knownAsk: try knownAsk(in: write)
    case .referralLink: try links.sendReferral(in: write)
    case .watch: try CaseWatch.begin(file.id, by: visit.actor.account, at: visit.now, in: write)
    case .unwatch: try CaseWatch.end(file.id, by: visit.actor.account, in: write)
    case .takeOver: try takeOver(in: write)
    }
  }

  private func note(in write: Write) throws {
    let note = try NoteForm(form)
    let entry = try tell(note.kind, note.words, CaseChange(), in: write)
    if note.isKept { try KeptEntries.keep(entry, in: write) }
  }

  private func contact(in write: Write) throws {
    let contact = try ContactForm(form)
    var clocks = file.clocks
    let standard = try StandardStore.standard(at: visit.now, write)
    clocks.contact(at: visit.now, standard, isInterview: contact.isInterview)
    try tell(contact.kind, contact.words, CaseChange(clocks: clocks), in: write)
    if !contact.told.isEmpty { try update(.update, contact.told, in: write) }
  }

  private func person(in write: Write) throws {
    let person = try PersonForm(form)
    try parts.add(person.content, as: person.part, to: file.id, at: visit.now, in: write)
    try tell(.person, person.part.title, CaseChange(), in: write)
  }

  private func action(in write: Write) throws {
    let agencies = try visit.services.people.agencies(write)
    let action = try CaseActionForm(form, agencies, today: London.day(visit.now))
    try parts.add(
      Sensitive(action.task), of: action.organisation, due: action.due, to: file.id, in: write)
    try tell(.action, action.task, CaseChange(), in: write)
  }

  private func finish(in write: Write) throws {
    guard let id = ID<CaseAction>(form["action"] ?? ""),
      let action = try parts.actions(of: file.id, write).first(where: { $0.id == id }),
      try parts.finish(id, of: file.id, at: visit.now, in: write)
    else { throw Refusal("actions", "This action is done already") }
    try LinkShares(services: visit.services, now: visit.now).end(
      of: file.id, because: "The action is done", in: write
    ) { $0.asks == .action(id) }
    try tell(.actionDone, action.task.reveal(for: "story of the case"), in: write)
  }

  private func change(in write: Write) throws {
    let change = try ChangeForm(form)
    var clocks = file.clocks
    if change.priority != file.priority, file.startedAt == nil {
      let standard = try StandardStore.standard(at: file.receivedAt, write)
      let due = standard.begin(change.priority, from: file.receivedAt)
      let still = try parts.stillDays(of: file.id, write)
      clocks.begin(by: due, opened: file.openedAt, still: still, standard)
    }
    let kept = CaseChange(
      title: change.title, priority: change.priority, clocks: clocks, version: change.version)
    let words = "\(change.title), \(change.priority.code). \(change.reason)"
    try tell(.changed, words, kept, in: write)
  }

  /// An officer takes a case; a manager gives it to anybody who works cases.
  private func allocate(in write: Write) throws {
    let mayGive = CasePolicy.allows(.allocate, visit.actor)
    let workers = try visit.services.people.people(CasePolicy.roles(.work), write)
    let chosen = workers.first { $0.id.description == form["owner"] }
    guard let chosen, mayGive || chosen.id == visit.actor.account else {
      throw Refusal("owner", "Choose who works on it")
    }
    let name = chosen.name.reveal(for: "story of the case")
    try tell(.allocated, name, CaseChange(owner: chosen.id), in: write)
  }

  /// Whoever was given a case gives it back with a reason, for a manager to give to another.
  private func decline(in write: Write) throws {
    let decline = try ReasonForm(form, field: "decline-reason")
    let words = "The case is not yours, so there is nothing to give back"
    guard file.owner == visit.actor.account else { throw Refusal("decline-reason", words) }
    try tell(.declined, decline.reason, CaseChange(isDeclined: true), in: write)
  }

  private func close(in write: Write) throws {
    let close = try CloseForm(form)
    try SupportActs(visit: visit, file: file).check(close.outcome, in: write)
    try tell(
      .closed, "\(close.outcome.title). \(close.reason)",
      CaseChange(state: .closed, outcome: close.outcome), in: write)
    let (services, account) = (visit.services, visit.actor.account)
    let telling = OutcomeTelling(services: services, account: account, now: visit.now)
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try telling.tell(report, close.outcome.words, close.told, in: write)
    }
    try move(to: .closed, in: write)
    try risks.rest(file.id, in: write)
    try visit.services.jobs.enqueueDaily(RetentionJob.name, in: write)
  }

  private func reopen(in write: Write) throws {
    let again = try ReasonForm(form, field: "reopen-reason")
    var clocks = file.clocks
    clocks.contact(at: visit.now, try StandardStore.standard(at: visit.now, write))
    clocks.startedAt = file.startedAt
    try write.run("UPDATE case_file SET passed_to = NULL WHERE id = \(file.id)")
    try tell(.reopened, again.reason, CaseChange(state: .open, clocks: clocks), in: write)
    try move(to: .triaged, in: write)
    try risks.recall(file.id, at: visit.now, in: write)
  }

  /// Writes the entry and the change together.
  @discardableResult
  func tell(
    _ kind: CaseEntryKind, _ words: String, _ change: CaseChange = CaseChange(), in write: Write
  ) throws -> ID<CaseEntry> {
    try cases.keep(file, change, at: visit.now, in: write)
    return try parts.write(
      kind, about: file.id, words, by: visit.actor.account, at: visit.now, in: write)
  }

  /// Tells everybody who reported it, beside their own report.
  private func update(_ kind: ReportEventKind, _ words: String, in write: Write) throws {
    let events = ReportEvents(sealing: ReportStore(visit.services).sealing)
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try events.add(
        kind, to: report.id, words: Sensitive(words), by: visit.actor.account, at: visit.now,
        in: write)
    }
  }

  private func move(to state: ReportState, in write: Write) throws {
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try ReportStore(visit.services).move(report.id, to: state, in: write)
    }
  }
}
