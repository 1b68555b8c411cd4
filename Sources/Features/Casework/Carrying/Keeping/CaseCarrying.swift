internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Brings open cases along from another system.
///
/// Each case is kept with all its lines in one transaction. Lines that cannot be kept are told and
/// left out. What was kept before is known by what it says, so that a run that broke off goes on,
/// and a file that was mended is read again as a whole.
struct CaseCarrying {
  let services: Services
  let kept: KeptMapping
  let account: ID<Account>?
  /// When they are brought along, where it is not now.
  var moment: Instant?

  private var now: Instant { moment ?? services.clock.now() }

  /// Reads and checks everything as ``bring(_:_:progress:)`` does, and keeps nothing.
  func trial(_ tables: CarryTables, _ evidence: CarriedEvidence? = nil) throws -> CarryReport {
    struct Enough: Error {}
    var (report, planned) = (CarryReport(), Set<String>())
    do {
      try services.database.bulkWrite { write in
        let plan = try CarryPlan(tables, kept.mapping, services, at: now, write)
        report = plan.report
        let store = store
        for group in plan.groups { try store.keep(group, names(tables), &report, in: write) }
        planned = Set(plan.groups.filter { $0.file != nil }.map(\.alias))
        throw Enough()
      }
    } catch is Enough {}
    if let evidence { try evidence.check(&report, planned: planned) }
    try services.database.write { write in
      try record("casework.carry-tried", report, at: now, in: write)
    }
    return report
  }

  /// Keeps what can be kept, a case at a time; `progress` is told how many of how many are done, and
  /// may throw to stop between two.
  func bring(
    _ tables: CarryTables, _ evidence: CarriedEvidence? = nil,
    progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> CarryReport {
    let plan = try services.database.read { read in
      try CarryPlan(tables, kept.mapping, services, at: now, read)
    }
    var report = plan.report
    let (store, names) = (store, names(tables))
    for (number, group) in plan.groups.enumerated() {
      try progress(number, plan.groups.count)
      // What a transaction that failed noted counts for nothing.
      var after = report
      try services.database.write { write in
        after = report
        try store.keep(group, names, &after, in: write)
      }
      report = after
    }
    if let evidence { try evidence.bring(&report, progress: progress) }
    try services.database.write { write in
      try record("casework.cases-carried", report, at: now, in: write)
    }
    return report
  }

  private var store: CarriedStore {
    CarriedStore(
      services: services, mapping: kept.mapping, account: account, wards: WardFinder(),
      now: now)
  }

  private func names(_ tables: CarryTables) -> [CarryTable: String] { tables.mapValues(\.name) }

  private func record(
    _ action: String, _ report: CarryReport, at now: Instant, in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: action, subject: "mapping/\(kept.key)",
        detail: [
          "version": String(kept.version), "stored": String(report.stored),
          "known": String(report.known), "left": String(report.left),
        ], at: now), in: write)
  }
}
