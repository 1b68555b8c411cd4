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
  /// Whether the work has begun; of a report, whether it was acknowledged.
  let isStarted: Bool
  let owner: ID<Account>?
  let touchedAt: Instant
  /// When an interview is due that has not taken place.
  let interviewDue: Instant?
  /// Whether a report waits for as long as it may before somebody decides about it, or longer.
  let isUnread: Bool
  /// The number of the report or of the case.
  let number: Int64

  /// The case; `nil` for a report.
  var file: ID<CaseFile>? { isReport ? nil : ID(number) }

  /// `unreadSince` is by when what came and waits has waited for as long as it may.
  init(row: inout Row, unreadSince: Instant) throws {
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
    interviewDue = try row.optionalParsed()
    isUnread = isReport && receivedAt <= unreadSince
    number = Int64(try row.int())
  }

  /// What is to be done next, in a few words.
  var step: String {
    guard isReport else {
      guard isStarted else { return CaseClocks.Step.begin.title }
      return interviewDue == due && due != nil
        ? CaseClocks.Step.interview.title : "Update or action"
    }
    if isUnread {
      return "Decide: it has waited for more than \(WorkStore.unreadHours) working hours"
    }
    return isStarted ? "Decide" : "Acknowledge or decide"
  }
}
