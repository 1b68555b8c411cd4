internal import Access
internal import Database
internal import HTTP
internal import Jobs
internal import Kernel
internal import Partnership

/// Keeps a report that was taken for somebody, by the same pipeline as the public's own.
struct ReportTaking {
  let services: Services
  let wards: WardFinder
  let now: Instant

  /// Who took it; `nil` for the shell.
  struct Taker: Sendable {
    let account: ID<Account>?
    let organisation: ID<Organisation>?
  }

  /// Keeps it and records that it was taken; what its reporter is to be told.
  func keep(_ form: TakingForm, by taker: Taker?, in write: Write) throws -> (
    id: ID<Report>, receipt: ReportReceipt
  ) {
    var answers = form.answers
    answers.place = try place(of: answers, write)
    // Somebody wrote it down over minutes: no machine is suspected.
    let begun = now.adding(seconds: -ReportDoubt.shortestSeconds)
    var new = try ReportMaking.report(answers, begun: begun, at: now, services, wards, write)
    new.channel = form.channel
    new.takenBy = taker?.account
    new.organisation = taker?.organisation
    let kept = try ReportStore(services).add(new, at: form.received, in: write)
    if new.isFlagged { try FlagRaising(services: services, now: now).tell(in: write) }
    try ReviewLetter.ask(kept.id, services.jobs, in: write)
    try services.jobs.enqueueDaily(ReportMonthJob.name, in: write)
    try services.audit.record(
      AuditEvent(
        actor: taker?.account, action: "casework.report-taken",
        subject: "report/\(kept.receipt.reference)",
        detail: ["channel": new.channel.rawValue, "kind": new.kind.id], at: now),
      in: write)
    return kept
  }

  /// The place of the postcode, or of the words where they mean one place alone.
  private func place(of answers: DraftAnswers, _ read: Read) throws -> String? {
    if !answers.postcode.isEmpty,
      let place = try services.places.find(answers.postcode, 1, read).first
    {
      return place.key
    }
    guard !answers.placeWords.isEmpty else { return nil }
    let found = try services.places.find(answers.placeWords, 2, read)
    return found.count == 1 ? found[0].key : nil
  }
}
