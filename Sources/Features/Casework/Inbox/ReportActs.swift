internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What may be done with an opened report beside deciding about it.
enum ReportAct: String, CaseIterable, Sendable {
  /// What a flag warned of was acted on.
  case clear
  /// It came from a person, whatever spoke for a machine.
  case real
  /// What its reporter told after the end, or by withdrawing, was looked at.
  case seen
}

/// Carries those out; each needs the right to clear flags.
struct ReportActs {
  let visit: StaffVisit

  private var store: ReportStore { ReportStore(visit.services) }

  /// Does it and says so.
  ///
  /// Throws ``Refusal`` where something is missing.
  func act(_ act: ReportAct, _ reference: Reference) throws -> Response {
    try CaseworkPolicy.require(.clear, visit.actor)
    let notice = try visit.write { write in
      guard let report = try store.find(reference, write) else { throw CaseworkProblem.notFound }
      switch act {
      case .clear: return try clear(report, in: write)
      case .real: return try believe(report, in: write)
      case .seen: return try see(report, in: write)
      }
    }
    return visit.redirect(to: ReportsRoute.report(reference).path, saying: notice)
  }

  private func clear(_ report: Report, in write: Write) throws -> String {
    // What was added since the page was opened has not been read.
    guard report.version == visit.request.form["version"].flatMap({ Int($0) }) else {
      throw DatabaseError.stale
    }
    try store.clear(report.id, by: visit.actor.account, at: visit.now, in: write)
    try visit.record("casework.flag-cleared", "report/\(report.reference)", in: write)
    return "The flag is cleared"
  }

  private func believe(_ report: Report, in write: Write) throws -> String {
    try DoubtClearing(services: visit.services, now: visit.now).clear(
      report, by: visit.actor.account, in: write)
    return "The report counts from now on"
  }

  private func see(_ report: Report, in write: Write) throws -> String {
    var form = FormReader(visit.request.form)
    let decided = form.text("seen-words", or: "Enter what was decided", limit: Self.limit)
    try form.finish()
    guard let last = ID<ReporterNotice>(visit.request.form["last"] ?? "") else {
      throw CaseworkProblem.noForm
    }
    let seen = try ReporterNotices.see(
      of: report.id, upTo: last, by: visit.actor.account, at: visit.now, in: write)
    guard seen > 0 else { throw DatabaseError.stale }
    try ReportEvents(sealing: store.sealing).add(
      .update, to: report.id, words: Sensitive("Looked at: \(decided)"), by: visit.actor.account,
      isPublic: false, at: visit.now, in: write)
    try visit.record("casework.notice-seen", "report/\(report.reference)", in: write)
    return "It is noted with the report"
  }

  private static let limit = 1000
}

/// Says that a doubtful report is real: it counts from then on.
struct DoubtClearing {
  let services: Services
  let now: Instant

  /// Clears the doubt with a row of the audit trail; nothing where there was none.
  func clear(_ report: Report, by account: ID<Account>?, in write: Write) throws {
    guard try ReportStore(services).believe(report.id, in: write) else { return }
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.doubt-cleared", subject: "report/\(report.reference)",
        at: now), in: write)
  }
}
