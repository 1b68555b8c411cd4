internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands of conferences; of what stands apart only who sits in it can be said here.
enum ConferencesCommands {
  static let all = [
    kinds, rules, add, seat, unseat, members, mailbox, cases, refer, decide, meetings, call,
    meeting,
    hold, minutes, due, flags, figures, sessions, keeping, find, copies, shares, trail,
  ]

  static func kind(_ invocation: Invocation, _ read: Read) throws -> ConferenceKind {
    let key = invocation.value("CONFERENCE")
    guard let kind = try KindStore.find(key, read) else {
      throw ConferencesProblem.noSuchKind(key)
    }
    return kind
  }

  /// A kind whose records may be read by whoever runs the machine: none that stands apart.
  static func open(_ invocation: Invocation, _ read: Read) throws -> ConferenceKind {
    let kind = try kind(invocation, read)
    guard !kind.isApart else { throw ConferencesProblem.standsApart(kind.key) }
    return kind
  }

  private static let kinds = Command<Services>(
    ["conferences", "kinds"], summary: "list the kinds of conference with their rules",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let kinds = try services.database.read { try KindStore.all($0) }
    if invocation.flag("--json") { return invocation.output.json(.array(kinds.map(json))) }
    for kind in kinds {
      invocation.output.line(
        "\(kind.key)  \(kind.title)  every \(kind.rules.cadenceDays) days"
          + (kind.isApart ? "  stands apart" : ""))
    }
  }

  private static func json(_ kind: ConferenceKind) -> JSON {
    [
      "key": .string(kind.key), "title": .string(kind.title), "apart": .bool(kind.isApart),
      "cadenceDays": .integer(kind.rules.cadenceDays),
      "emergencyDays": .integer(kind.rules.emergencyDays),
      "researchDays": .integer(kind.rules.researchDays),
      "repeatMonths": .integer(kind.rules.repeatMonths),
      "flagMonths": .integer(kind.rules.flagMonths),
      "agenda": .array(kind.rules.agenda.map { .string($0.rawValue) }),
      "criteria": .array(kind.criteria.map { .string($0.key) }),
      "earlierCriteria": .array(kind.earlierCriteria.map { .string($0.key) }),
      "statementVersion": .integer(kind.statementVersion), "source": .string(kind.source),
    ]
  }

  private static let meetings = Command<Services>(
    ["conferences", "meetings"], summary: "list the meetings of a conference, the latest first",
    arguments: [conference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let found = try services.database.read { read in
      try MeetingStore(services).latest(of: try open(invocation, read).key, read)
    }
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          found.map {
            [
              "id": .integer(Int($0.id.rawValue)), "on": .string($0.day.description),
              "urgent": .bool($0.isEmergency), "begun": .bool($0.begunAt != nil),
              "closed": .bool($0.closedAt != nil),
            ]
          }))
    }
    for meeting in found {
      invocation.output.line(
        "\(meeting.id)  \(meeting.words)" + (meeting.closedAt == nil ? "" : "  held"))
    }
    if found.isEmpty { invocation.output.line("No meeting was called yet.") }
  }

  private static let due = Command<Services>(
    ["conferences", "due"], summary: "list answers and actions a conference still waits for",
    details: "Nobody is named: nobody has signed in.",
    arguments: [conference, .flag("--json", "print one JSON value")]
  ) { invocation, services in
    let (research, actions) = try services.database.read { read in
      let key = try open(invocation, read).key
      return (
        try ResearchStore(services).open(in: key, of: nil, read),
        try ActionStore(services).unfinished(of: key, read)
      )
    }
    if invocation.flag("--json") {
      return invocation.output.json([
        "answers": .array(
          research.map {
            [
              "case": .string($0.reference.description), "by": .string($0.research.due.description),
              "organisation": .integer(Int($0.research.organisation.rawValue)),
            ]
          }),
        "actions": .array(
          actions.map {
            [
              "action": .integer(Int($0.id.rawValue)), "due": .string($0.due.description),
              "organisation": .integer(Int($0.organisation.rawValue)),
              "state": .string($0.state.rawValue),
            ]
          }),
      ])
    }
    for (research, reference) in research {
      invocation.output.line("\(research.due)  answer  \(reference)")
    }
    for action in actions {
      invocation.output.line("\(action.due)  action \(action.id)  \(action.state.title)")
    }
    if research.isEmpty, actions.isEmpty { invocation.output.line("Nothing is due.") }
  }

  static let conference = Argument.value("CONFERENCE", "its key, such as community-marac")
}
