internal import Access
internal import Database
internal import Kernel

/// Something a meeting decided that somebody does.
struct TaskedAction: Equatable, Sendable {
  let id: ID<TaskedAction>
  let meeting: ID<Meeting>
  /// One more with each change; a change of an older one is refused.
  let version: Int
  let content: ActionContent
}

extension TaskedAction {
  static let columns: SQL = """
    a.id, a.meeting, a.version, a.problem, a.task, a.place_key, a.place_name, a.stage,
    a.organisation, a.organisation_name, a.person, a.due_day, a.review_day, a.state, a.reason
    """

  init(row: inout Row) throws {
    id = try row.id()
    meeting = try row.id()
    version = try row.int()
    content = ActionContent(
      problem: try row.text(), task: try row.text(), placeKey: try row.text(),
      placeName: try row.text(), stage: try row.choice(),
      organisation: Int64(try row.int()), organisationName: try row.text(),
      person: try row.optionalInt().map(Int64.init), due: try row.text(),
      review: try row.text(), state: try row.choice(), reason: try row.text())
  }
}

/// One change of an action: what it said after it, who made it and when.
struct ActionChange: Sendable {
  let version: Int
  let account: ID<Account>?
  let madeAt: Instant
  let content: ActionContent

  init(row: inout Row) throws {
    version = try row.int()
    account = try row.optionalID()
    madeAt = try row.parsed()
    content = try Frozen.decode(ActionContent.self, from: try row.text())
  }
}
