internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What is due, and how single records stand.
struct RetentionStore {
  static let onPage = 50

  let services: Services
  let now: Instant

  private var today: Day { London.day(now) }
  var holds: HoldStore { HoldStore(keyring: services.keyring) }

  func rules(_ read: Read) throws -> [RetentionKind: RetentionRule] {
    let rules = try RetentionRules(read).inForce(on: today)
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.kind, $0) })
  }

  /// The records of a kind whose time is over and that nobody holds, with what else keeps them;
  /// whether there are more.
  func due(
    _ kind: RetentionKind, page: Int = 1, count: Int = onPage, _ read: Read
  ) throws -> (found: [RetentionStanding], hasMore: Bool) {
    let rules = try rules(read)
    let sql = RetentionQueries.due(kind, rules, at: now, page: page, limit: count + 1)
    let records = try read.all(sql) { row in try Self.record(kind, &row) }
    let found = Array(records.prefix(count))
    let others = try others(found, read)
    guard let rule = rules[kind] else { return ([], false) }
    return (
      found.map { record in
        RetentionStanding(
          record: record, rule: rule, holds: [], others: others[record.reference] ?? [],
          today: today)
      }, records.count > count
    )
  }

  /// How the record of a reference stands; `nil` where there is none of the kind.
  func standing(
    _ kind: RetentionKind, _ reference: Reference, _ read: Read
  ) throws -> RetentionStanding? {
    let record = try read.first(RetentionQueries.one(kind, reference)) { row in
      try Self.record(kind, &row)
    }
    guard let record, let rule = try rules(read)[kind] else { return nil }
    let references = try references([record], read)[reference] ?? [reference]
    return RetentionStanding(
      record: record, rule: rule, holds: try holds.of(references, read),
      others: try others([record], read)[reference] ?? [], today: today)
  }

  /// The kind and the reference under which a record is kept: a report with its case, a case that was
  /// joined with the one that took it.
  func found(
    _ reference: Reference, _ read: Read
  ) throws -> (kind: RetentionKind, reference: Reference)? {
    let cases = CaseStore(services)
    let report = try ReportStore(services).find(reference, read)
    let ofReport = try report.flatMap { try cases.find(of: $0.id, read) }
    if let file = try ofReport ?? cases.find(reference, read) {
      return (.file, try TieStore.taker(of: file, cases, read)?.reference ?? file.reference)
    }
    for kind in [RetentionKind.report, .review]
    where try standing(kind, reference, read) != nil {
      return (kind, reference)
    }
    return nil
  }

  private static func record(
    _ kind: RetentionKind, _ row: inout Row
  ) throws -> RetentionRecord {
    RetentionRecord(
      kind: kind, id: Int64(try row.int()), reference: try row.parsed(), began: try row.parsed(),
      ended: try row.optionalParsed())
  }

  /// What keeps records by itself, by the record.
  private func others(
    _ records: [RetentionRecord], _ read: Read
  ) throws -> [Reference: [RecordHold]] {
    let references = try references(records, read)
    let all = references.values.flatMap(\.self)
    let found =
      try services.holds(all, now, read)
      + OpenReviews(keyring: services.keyring).holds(of: Set(all), read)
      + OpenRequests.holds(of: Set(all), read)
    return references.mapValues { own in
      found.filter { own.contains($0.reference) }
    }
  }

  /// The references a record is known by: a case also by those of its reports.
  private func references(
    _ records: [RetentionRecord], _ read: Read
  ) throws -> [Reference: [Reference]] {
    var found = Dictionary(records.map { ($0.reference, [$0.reference]) }) { first, _ in first }
    let cases = records.filter { $0.kind == .file || $0.kind == .evidence }.map(\.id)
    guard !cases.isEmpty else { return found }
    for sql in [Self.reportsQuery(cases), Self.joinedQuery(cases)] {
      try read.each(sql) { row in
        let file: Reference = try row.parsed()
        found[file]?.append(try row.parsed())
      }
    }
    return found
  }

  static func reportsQuery(_ cases: [Int64]) -> SQL {
    """
    SELECT c.reference, r.reference FROM report_decision d
    JOIN case_file c ON c.id = d.case_file JOIN report r ON r.id = d.report
    WHERE d.case_file IN (\(list: cases)) LIMIT 10000
    """
  }

  /// Cases that were joined to some: what is held of them holds the whole.
  static func joinedQuery(_ cases: [Int64]) -> SQL {
    """
    SELECT c.reference, o.reference FROM case_file o JOIN case_file c ON c.id = o.joined_into
    WHERE o.joined_into IN (\(list: cases)) LIMIT 10000
    """
  }
}
