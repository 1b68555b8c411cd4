internal import Access
internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Deletes what is due, and keeps what somebody says; each act is in the audit trail.
struct RetentionActs {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  private var store: RetentionStore { RetentionStore(services: services, now: now) }

  /// Deletes a record with all that belongs to it and leaves its tombstone; how many entries went.
  ///
  /// Refused unless it is still due. Its files are taken off the disk once that is durable: what a crash
  /// leaves of them has lost its key, and is swept a day later.
  @discardableResult
  func delete(_ kind: RetentionKind, _ reference: Reference) throws -> Int {
    let (rows, files) = try services.database.write { write in
      try delete(kind, reference, in: write)
    }
    let vault = EvidenceVault(services.settings)
    for name in files { vault.remove(name) }
    return rows
  }

  private func delete(
    _ kind: RetentionKind, _ reference: Reference, in write: Write
  ) throws -> (rows: Int, files: [String]) {
    guard let standing = try store.standing(kind, reference, write) else {
      throw RetentionProblem.notFound
    }
    guard standing.isDue, let ended = standing.record.ended else { throw RetentionProblem.notDue }
    let record = standing.record
    let end = TombstoneMaking(rule: standing.rule, account: account, now: now)
    var removal = try RecordRemoval(services, write)
    switch kind {
    case .file:
      try end.keepAll(of: record, ended, in: write)
      try removal.remove(case: record, in: write)
    case .report:
      try end.keep(report: record.id, ended, in: write)
      try removal.remove(reports: [(record.id, record.reference)], in: write)
    case .review: try removal.remove(review: record, in: write)
    case .evidence:
      let files = try EvidenceEnd(services: services, account: account, now: now)
        .delete(of: ID(record.id), in: write)
      try end.keep(record, ended, rows: files.count, in: write)
      try note("casework.record-deleted", standing, Self.rule(standing.rule), in: write)
      return (files.count, files)
    case .letter, .survey, .request: throw RetentionProblem.notDue
    }
    if kind != .report { try end.keep(record, ended, rows: removal.rows, in: write) }
    try note("casework.record-deleted", standing, Self.rule(standing.rule), in: write)
    return (removal.rows, removal.files)
  }

  /// Keeps a record until a day, due or not.
  func keep(
    _ kind: RetentionKind, _ reference: Reference, _ form: HoldForm, in write: Write
  ) throws {
    guard let standing = try store.standing(kind, reference, write) else {
      throw RetentionProblem.notFound
    }
    try store.holds.add(form, on: reference, by: account, at: now, in: write)
    try note(
      "casework.record-kept", standing,
      ["ground": form.ground.rawValue, "until": form.until.description], in: write)
  }

  /// Lifts what people decided, so that its rule holds again.
  func release(_ kind: RetentionKind, _ reference: Reference, in write: Write) throws {
    guard let standing = try store.standing(kind, reference, write) else {
      throw RetentionProblem.notFound
    }
    guard try store.holds.lift(reference, at: now, in: write) > 0 else {
      throw RetentionProblem.notHeld
    }
    try note("casework.record-released", standing, in: write)
  }

  func set(_ form: RuleForm, in write: Write) throws {
    try RetentionRules(write).add(form, by: account, at: now, in: write)
    try services.jobs.enqueueDaily(RetentionJob.name, in: write)
    try services.audit.record(
      AuditEvent(
        actor: account, action: "casework.retention-rule",
        subject: "retention/\(form.kind.rawValue)",
        detail: [
          "months": String(form.months), "from": form.from.description,
          "version": String(form.version + 1),
        ], at: now), in: write)
  }

  private static func rule(_ rule: RetentionRule) -> [String: String] {
    ["rule": "\(rule.kind.rawValue)/\(rule.version)"]
  }

  private func note(
    _ action: String, _ standing: RetentionStanding, _ detail: [String: String] = [:],
    in write: Write
  ) throws {
    let record = standing.record
    var detail = detail
    if record.kind == .evidence { detail["part"] = "evidence" }
    try services.audit.record(
      AuditEvent(
        actor: account, action: action,
        subject: record.kind.subject(record.reference.description), detail: detail, at: now),
      in: write)
  }
}

/// Why a record is not deleted.
enum RetentionProblem: Problem, Equatable {
  case notFound
  case notDue
  case notHeld

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .notDue:
      "This record is not due for deletion: its time is not over, or something keeps it. Nothing "
        + "was deleted."
    case .notHeld: "Nobody keeps this record beyond its time. Nothing was changed."
    }
  }

  var status: Int { self == .notFound ? 404 : 409 }
}
