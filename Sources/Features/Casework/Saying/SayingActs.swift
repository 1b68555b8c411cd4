internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// Records that a message was said, where the work on it is kept.
struct SayingActs {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }

  /// A message that has to be said.
  ///
  /// - Throws: ``MessageProblem/moved`` where it has not, or no longer; ``CaseProblem/notFound``.
  func find(_ id: ID<SentMessage>, _ read: Read) throws -> MessageToSay {
    guard let message = try services.outbox.find(id, in: read),
      let one = try MessageToSay.all([message], read).first
    else { throw CaseProblem.notFound }
    guard services.outbox.isToSay(message) else { throw MessageProblem.moved }
    return one
  }

  /// Marks it as said, and writes so into the story of its case or beside its report.
  func say(_ one: MessageToSay, _ said: SaidForm, in write: Write) throws {
    try services.outbox.said(one.message.id, at: now, in: write)
    let answer = said.answer.isEmpty ? "" : ": \(said.answer)"
    let words =
      "\(said.with), told “\(one.message.title)” on \(London.words(said.at))\(answer)"
    if case .work(let report, let file, _) = one.about {
      if let file = try file.flatMap({ try cases.find($0, write) }) {
        try tell(words, file, at: said.at, in: write)
      } else if let found = try report.flatMap({ try ReportStore(services).find($0, write) }) {
        try ReportEvents(sealing: ReportStore(services).sealing).add(
          .update, to: found.id, words: Sensitive(words), by: account, isPublic: false, at: now,
          in: write)
      }
    }
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.message-said", subject: one.subject,
        detail: ["message": one.message.id.description, "way": one.message.route.rawValue],
        at: now), in: write)
  }

  /// A contact in the case at the time it was said; while it is open its clocks know of it.
  private func tell(
    _ words: String, _ file: CaseFile, at said: Instant, in write: Write
  ) throws {
    let at = max(said, file.openedAt)
    var clocks = file.clocks
    clocks.contact(at: at, try StandardStore.standard(at: at, write))
    // Something may have been said since.
    clocks.updateDue = max(clocks.updateDue, file.updateDue)
    let change = file.state == .open ? CaseChange(clocks: clocks) : CaseChange()
    try cases.keep(file, change, at: now, in: write)
    try cases.parts.write(.contact, about: file.id, words, by: account, at: at, in: write)
  }
}
