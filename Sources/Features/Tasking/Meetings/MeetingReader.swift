internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Reads what the pages of meetings and actions are drawn from.
struct MeetingReader {
  let services: Services

  /// The actions a meeting takes up first: those of the meeting before, whatever came of them, and
  /// of earlier ones what is still open.
  func carried(_ meeting: Meeting, _ read: Read) throws -> [TaskedAction] {
    guard let before = try MeetingStore.before(meeting, read) else { return [] }
    let last = try ActionStore.all(of: before.id, read)
    let open = try read.all(
      Self.openQuery(before: before.week), TaskedAction.init(row:))
    // What is still to be done comes first, the longest overdue at the top.
    return (last + open).sorted {
      ($0.content.state.isOpen ? 0 : 1, $0.content.due, $0.id)
        < ($1.content.state.isOpen ? 0 : 1, $1.content.due, $1.id)
    }
  }

  static func openQuery(before week: Week) -> SQL {
    """
    SELECT \(TaskedAction.columns) FROM tasking_action a
    JOIN tasking_meeting m ON m.id = a.meeting
    WHERE a.state IN ('to-do', 'not-done') AND m.week < \(week.description)
    ORDER BY a.due_day, a.id LIMIT \(ActionStore.most)
    """
  }

  /// What the form of an action may choose from.
  func options(_ meeting: Meeting, _ read: Read) throws -> ActionOptions {
    ActionOptions(
      places: try ActionPlaces(services, read), agencies: try services.people.agencies(read),
      people: try services.people.people(ActionOptions.doers, read), meeting: meeting.day)
  }

  /// The names of the people of some accounts.
  func names(_ accounts: Set<ID<Account>>, _ read: Read) throws -> [ID<Account>: String] {
    var names: [ID<Account>: String] = [:]
    for account in accounts {
      names[account] =
        try services.people.name(of: account, in: read)?.reveal(for: "who does an action")
        ?? "An account since removed"
    }
    return names
  }

  func names(of actions: [TaskedAction], _ read: Read) throws -> [ID<Account>: String] {
    try names(Set(actions.compactMap(\.content.personID)), read)
  }
}
