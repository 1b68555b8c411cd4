internal import Access
internal import Database
internal import Kernel

/// One line of the worklist: a report to decide about, or a case.
struct WorkItem: Sendable {
  let isReport: Bool
  let reference: Reference
  let title: String
  let kind: ReportKind
  let placeName: String?
  let priority: Priority
  /// When the next thing is due; `nil` where the clocks stand still.
  let due: Instant?
  let receivedAt: Instant
  /// Whether the work has begun.
  let isStarted: Bool
  let owner: ID<Account>?
  let touchedAt: Instant
  /// The number of the report or of the case.
  let number: Int64

  /// The case; `nil` for a report.
  var file: ID<CaseFile>? { isReport ? nil : ID(number) }

  init(row: inout Row) throws {
    isReport = try row.bool()
    reference = try row.parsed()
    title = try row.text()
    kind = ReportKind.of(try row.text())
    placeName = try row.optionalText()
    priority = Priority(rawValue: try row.int()) ?? .first
    due = try row.optionalParsed()
    receivedAt = try row.parsed()
    isStarted = try row.optionalText() != nil
    owner = try row.optionalID()
    touchedAt = try row.parsed()
    number = Int64(try row.int())
  }

  /// Whether a report waits for longer than it may before somebody decides about it.
  func isUnread(at now: Instant) -> Bool {
    isReport && WorkingTime.due(afterHours: WorkStore.unreadHours, from: receivedAt) <= now
  }
}
