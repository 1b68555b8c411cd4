internal import Database
internal import Jobs
internal import Kernel
internal import Partnership
internal import Secrets

/// Which reports tell of somebody vulnerable by the rule that holds: yes or no, and not why.
///
/// The answers stay sealed. So that lists and figures need not open them, the yes is kept in the clear.
enum VulnerableReports {
  static let name = "casework.vulnerable"
  private static let batch = 500

  /// Looks at every report by the rule that holds.
  static let job = JobKind<Services>(name: name, retries: 3) { run, services in
    try services.database.bulkWrite { write in
      let count = try count(services, in: write)
      try run.complete(count.map { "\($0) reports" } ?? "No rule is chosen", in: write)
    }
  }

  /// How many reports tell of somebody vulnerable, each kept; `nil` where no rule holds.
  @discardableResult
  static func count(_ services: Services, in write: Write) throws -> Int? {
    try write.run("DELETE FROM report_vulnerable")
    guard let rule = try RepeatRules.current(write) else { return nil }
    let sealing = ReportSealing(keyring: services.keyring)
    var last = ID<Report>(0)
    var count = 0
    while let next = try look(after: last, rule, sealing, &count, in: write) { last = next }
    try write.run(
      "UPDATE repeat_rule SET counted_at = \(services.clock.now()) WHERE id = \(rule.version)")
    return count
  }

  /// Keeps whether a new report does.
  static func keep(_ new: NewReport, _ id: ID<Report>, in write: Write) throws {
    let circumstances = new.story.reveal(for: "whether a caller is vulnerable").circumstances
    guard !circumstances.isEmpty, let rule = try RepeatRules.current(write),
      !rule.circumstances.isDisjoint(with: circumstances)
    else { return }
    try insert(id, in: write)
  }

  /// Looks at the next reports; the last of them, or `nil` where there were none.
  private static func look(
    after last: ID<Report>, _ rule: RepeatRule, _ sealing: ReportSealing, _ count: inout Int,
    in write: Write
  ) throws -> ID<Report>? {
    let rows = try write.all(
      "SELECT id, story FROM report WHERE id > \(last) ORDER BY id LIMIT \(batch)"
    ) { row in
      let id: ID<Report> = try row.id()
      return (id: id, story: try row.bytes())
    }
    for row in rows {
      let story: Sensitive<ReportStory> = try sealing.open(row.story, row.id, "story")
      let circumstances = story.reveal(for: "whether a caller is vulnerable").circumstances
      guard !rule.circumstances.isDisjoint(with: circumstances) else { continue }
      try insert(row.id, in: write)
      count += 1
    }
    return rows.last?.id
  }

  private static func insert(_ id: ID<Report>, in write: Write) throws {
    try write.run(
      "INSERT INTO report_vulnerable (report) VALUES (\(id)) ON CONFLICT (report) DO NOTHING")
  }
}
