internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Takes a file that a reporter adds to a report that was sent.
struct OwnReportFiles {
  let visit: PublicVisit
  let desk: ReportDesk

  private var services: Services { visit.services }

  /// Adds the file of the form; `false` where the report is not open in this browser any more.
  func add(_ token: String) throws -> Bool {
    guard let upload = EvidenceTaking.chosen(visit.request) else {
      throw Refusal(EvidenceTaking.field, EvidenceTaking.missing)
    }
    if let minutes = desk.limit.minutes(.file, from: visit.request.client, at: visit.now) {
      throw Refusal(EvidenceTaking.field, VisitLimit.words(minutes))
    }
    let found = try services.database.read { read in
      try FollowStore().report(token, at: visit.now, read)
    }
    guard let report = found, report.state == .new || report.state == .triaged else { return false }
    let taking = EvidenceTaking(services: services, now: visit.now)
    try taking.keep(try taking.seal(upload)) { write, keep in
      try EvidenceTaking.check(
        EvidenceStore(services).of(report.id, write), adding: upload.size)
      try tell(try keep(.report(report.id), nil), report, in: write)
    }
    return true
  }

  /// Takes a piece of a file, or says how far it has come.
  func piece(_ token: String) throws -> Response {
    let found = try services.database.read { read in
      try FollowStore().report(token, at: visit.now, read)
    }
    guard let report = found, report.state == .new || report.state == .triaged else {
      throw CaseworkProblem.noForm
    }
    if visit.request.files.isEmpty,
      let minutes = desk.limit.minutes(.file, from: visit.request.client, at: visit.now)
    {
      return .refusedPiece(Refusal(EvidenceTaking.field, VisitLimit.words(minutes)))
    }
    do {
      let pieces = EvidencePieces(services: services, now: visit.now)
      return .progress(
        try pieces.take(visit.request, of: .report(report.id)) { file, write in
          try tell(file, report, in: write)
        })
    } catch let refusal as Refusal {
      return .refusedPiece(refusal)
    }
  }

  /// Writes that a file was added into the report's story and the audit trail.
  private func tell(_ file: EvidenceFile, _ report: Report, in write: Write) throws {
    try ReportEvents(sealing: ReportStore(services).sealing).add(
      .diary, to: report.id, words: Sensitive("A file: \(file.words.lowercasedFirst)"),
      at: visit.now, in: write)
    try services.audit.record(
      AuditEvent(
        actor: nil, action: "evidence.added", subject: "report/\(report.reference)",
        detail: ["file": file.id.description], at: visit.now),
      in: write)
  }
}

extension String {
  /// The text as it stands within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
