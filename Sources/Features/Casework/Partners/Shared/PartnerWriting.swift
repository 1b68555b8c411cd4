internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Writes what an organisation says into a case: the entry, whose it is, and that it waits to be read.
struct PartnerWriting {
  let services: Services
  let file: CaseFile
  let organisation: ID<Organisation>
  /// The account it was written with; `nil` where it came by a link.
  let account: ID<Account>?
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var shares: LinkShares { LinkShares(services: services, now: now) }

  func note(_ form: NoteForm, in write: Write) throws {
    try tell(form.kind, form.words, in: write)
  }

  /// A contact of the organisation that leads the case: it begins the work and starts the days to
  /// the next, as one of ours does.
  func contact(_ form: ContactForm, in write: Write) throws {
    guard file.lead == organisation else { throw SharedProblem.notFound }
    var clocks = file.clocks
    clocks.contact(
      at: now, try StandardStore.standard(at: now, write), isInterview: form.isInterview)
    try tell(form.kind, form.words, CaseChange(clocks: clocks), in: write)
    guard !form.told.isEmpty else { return }
    let events = ReportEvents(sealing: ReportStore(services).sealing)
    for report in try cases.reports(of: file.id, write) where report.state != .withdrawn {
      try events.add(
        .update, to: report.id, words: Sensitive(form.told), by: account, at: now, in: write)
    }
  }

  /// Answers an action of the organisation; refused where it is another's, or done already.
  func answer(_ id: ID<CaseAction>?, _ form: AnswerForm, in write: Write) throws {
    let action = try cases.parts.actions(of: file.id, write).first {
      $0.id == id && $0.organisation == organisation && $0.doneAt == nil
    }
    guard let action else {
      throw Refusal("action", "This action is done already, or is no longer yours")
    }
    if form.outcome == .done {
      _ = try cases.parts.finish(action.id, of: file.id, at: now, in: write)
      try shares.end(of: file.id, because: "The action is done", in: write) {
        $0.asks == .action(action.id)
      }
    }
    let task = action.task.reveal(for: "story of the case")
    try tell(
      form.outcome == .done ? .actionDone : .answer,
      "\(task). \(form.outcome.title): \(form.words)", in: write)
  }

  /// Answers a referral to the organisation, or asks something about it; refused where it was answered.
  func reply(
    to id: ID<CaseReferral>?, _ form: ReferralReplyForm, in write: Write
  ) throws {
    let store = ReferralStore(keyring: services.keyring)
    let referral = try store.referrals(of: file.id, write).first {
      $0.id == id && $0.organisation == organisation && $0.answer == nil
    }
    guard let referral else { throw Refusal("answer", "This referral was answered already") }
    let answer: ReferralAnswer? =
      switch form.reply {
      case .accepted: .accepted
      case .declined: .declined
      case .asks: nil
      }
    if let answer {
      try store.answer(referral, answer, form.words, at: now, in: write)
      try shares.end(referral, of: file.id, in: write)
    }
    let words = [answer?.title ?? "", form.words].filter { !$0.isEmpty }.joined(separator: ". ")
    try tell(answer == nil ? .referralQuestion : .referralAnswer, words, in: write)
  }

  private func tell(
    _ kind: CaseEntryKind, _ words: String, _ change: CaseChange = CaseChange(), in write: Write
  ) throws {
    guard file.state != .closed else { throw SharedProblem.closed }
    try cases.keep(file, change, at: now, in: write)
    let entry = try cases.parts.write(
      kind, about: file.id, words, by: account, at: now, in: write)
    try AnswerStore().add(entry, to: file.id, from: organisation, at: now, in: write)
  }
}
