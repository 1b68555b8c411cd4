internal import Access
internal import Database
internal import Kernel

/// Actions in the database: the present content of each, and every content it ever had.
enum ActionStore {
  static let onPage = 50
  /// The most a meeting, or the open ones before it, are read to.
  static let most = 200

  static func find(_ id: ID<TaskedAction>, _ read: Read) throws -> TaskedAction? {
    try read.first(
      "SELECT \(TaskedAction.columns) FROM tasking_action a WHERE a.id = \(id)",
      TaskedAction.init(row:))
  }

  /// The actions a meeting decided on, in the order in which it did.
  static func all(of meeting: ID<Meeting>, _ read: Read) throws -> [TaskedAction] {
    try read.all(meetingQuery(meeting), TaskedAction.init(row:))
  }

  static func meetingQuery(_ meeting: ID<Meeting>) -> SQL {
    """
    SELECT \(TaskedAction.columns) FROM tasking_action a
    WHERE a.meeting = \(meeting) ORDER BY a.id LIMIT \(most)
    """
  }

  /// The actions in a state, the earliest due first.
  static func page(
    _ state: ActionState, _ page: Int, _ read: Read
  ) throws -> (actions: [TaskedAction], hasMore: Bool) {
    let found = try read.all(stateQuery(state, page), TaskedAction.init(row:))
    return (Array(found.prefix(onPage)), found.count > onPage)
  }

  static func stateQuery(_ state: ActionState, _ page: Int) -> SQL {
    """
    SELECT \(TaskedAction.columns) FROM tasking_action a
    WHERE a.state = \(state.rawValue)
    ORDER BY a.due_day, a.id LIMIT \(onPage + 1) OFFSET \((page - 1) * onPage)
    """
  }

  /// How many actions of some meetings are in each state.
  static func states(
    of meetings: [ID<Meeting>], _ read: Read
  ) throws -> [ID<Meeting>: [ActionState: Int]] {
    let rows =
      try read.lists(statesQuery(meetings)) { row -> (ActionState, Int) in
        (try row.choice(), try row.int())
      } as [ID<Meeting>: [(ActionState, Int)]]
    return rows.mapValues { Dictionary($0) { first, _ in first } }
  }

  static func statesQuery(_ meetings: [ID<Meeting>]) -> SQL {
    """
    SELECT a.meeting, a.state, COUNT(*) FROM tasking_action a
    WHERE a.meeting IN (\(list: meetings)) GROUP BY a.meeting, a.state
    ORDER BY a.meeting LIMIT \(most)
    """
  }

  static func add(
    _ content: ActionContent, to meeting: ID<Meeting>, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws -> ID<TaskedAction> {
    let id: ID<TaskedAction>? = try write.first(
      """
      INSERT INTO tasking_action (meeting, problem, task, place_key, place_name, stage,
        organisation, organisation_name, person, due_day, review_day, state, reason, made_at)
      VALUES (\(meeting), \(content.problem), \(content.task), \(content.placeKey),
        \(content.placeName), \(content.stage.rawValue), \(content.owner),
        \(content.organisationName), \(content.personID), \(content.due), \(content.review),
        \(content.state.rawValue), \(content.reason), \(now))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the action was not kept") }
    try keep(content, of: id, version: 1, by: account, at: now, in: write)
    return id
  }

  /// Changes an action; ``DatabaseError/stale`` where it was changed since it was read.
  static func change(
    _ action: TaskedAction, to content: ActionContent, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE tasking_action SET problem = \(content.problem), task = \(content.task),
        place_key = \(content.placeKey), place_name = \(content.placeName),
        stage = \(content.stage.rawValue), organisation = \(content.owner),
        organisation_name = \(content.organisationName), person = \(content.personID),
        due_day = \(content.due), review_day = \(content.review),
        state = \(content.state.rawValue), reason = \(content.reason), version = version + 1
      WHERE id = \(action.id) AND version = \(action.version)
      """)
    try keep(content, of: action.id, version: action.version + 1, by: account, at: now, in: write)
  }

  /// Every content an action ever had, the latest first.
  static func changes(of id: ID<TaskedAction>, _ read: Read) throws -> [ActionChange] {
    try read.all(changesQuery(id), ActionChange.init(row:))
  }

  static func changesQuery(_ id: ID<TaskedAction>) -> SQL {
    """
    SELECT c.version, c.account, c.made_at, c.content FROM tasking_action_change c
    WHERE c.action = \(id) ORDER BY c.version DESC LIMIT \(most)
    """
  }

  private static func keep(
    _ content: ActionContent, of id: ID<TaskedAction>, version: Int, by account: ID<Account>?,
    at now: Instant, in write: Write
  ) throws {
    try write.run(
      """
      INSERT INTO tasking_action_change (action, version, account, made_at, content)
      VALUES (\(id), \(version), \(account), \(now), \(try Frozen.text(content)))
      """)
  }
}

extension ActionStore {
  /// How many actions are still to be done though their day has passed.
  static func overdue(on today: Day, _ read: Read) throws -> Int {
    try read.count(overdueQuery(on: today))
  }

  static func overdueQuery(on today: Day) -> SQL {
    "SELECT COUNT(*) FROM tasking_action a WHERE a.state = 'to-do' AND a.due_day < \(today)"
  }
}
