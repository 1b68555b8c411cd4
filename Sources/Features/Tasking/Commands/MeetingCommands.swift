internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The commands about meetings: list them, plan one, close one.
enum MeetingCommands {
  static let all = [list, plan, close]

  private static let list = Command<Services>(
    ["tasking", "meetings"],
    summary: "list the weekly tasking meetings and how their actions stand",
    details: "The latest week first, \(MeetingStore.onPage) to a page.",
    arguments: [
      .option("--page", value: "NUMBER", "the page, from 1"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let page =
      try invocation.option("--page", expected: "a number from 1") { text in
        Int(text).flatMap { (1...100_000).contains($0) ? $0 : nil }
      } ?? 1
    let (meetings, hasOlder) = try services.database.read { read in
      let (meetings, hasOlder) = try MeetingStore.page(page, read)
      let states = try ActionStore.states(of: meetings.map(\.id), read)
      return (
        meetings.map { MeetingSummary(meeting: $0, actions: states[$0.id] ?? [:]) }, hasOlder
      )
    }
    if invocation.flag("--json") {
      invocation.output.json([
        "page": .integer(page), "hasOlder": .bool(hasOlder),
        "meetings": .array(meetings.map(json)),
      ])
      return
    }
    for one in meetings {
      let states = ActionState.allCases.compactMap { state in
        one.actions[state].map { "\($0) \(state.title.lowercased())" }
      }
      let actions = states.isEmpty ? "no actions" : states.joined(separator: ", ")
      invocation.output.line(
        "\(one.meeting.week)  \(one.meeting.day)  \(one.meeting.isClosed ? "closed" : "open")  "
          + actions)
    }
    if meetings.isEmpty { invocation.output.line("No meeting is planned yet.") }
    if hasOlder { invocation.progress.message("There are older ones: --page \(page + 1)") }
  }

  private static let plan = Command<Services>(
    ["tasking", "meeting", "plan"], summary: "plan the tasking meeting of a week",
    arguments: [
      .option("--day", value: "DATE", "the day it is held, such as 2026-12-01", isRequired: true)
    ]
  ) { invocation, services in
    let day = try invocation.option("--day", expected: "a day such as 2026-12-01") { Day($0) }
    guard let day, abs(day.number - services.clock.today.number) <= 366 else {
      throw UsageError("--day: Choose a day within a year of today.", argument: "--day")
    }
    let isPlanned = try services.database.write { write -> Bool in
      guard let id = try MeetingStore.plan(day, at: services.clock.now(), in: write) else {
        return false
      }
      try CommandRecord.add(
        "tasking.meeting-planned", "tasking-meeting/\(id)",
        ["week": Week(day).description, "day": day.description], services, in: write)
      return true
    }
    guard isPlanned else {
      throw UsageError("--day: Week \(Week(day)) has a meeting already.", argument: "--day")
    }
    invocation.output.line("\(Week(day))  \(day)  planned")
  }

  private static let close = Command<Services>(
    ["tasking", "meeting", "close"], summary: "close a tasking meeting and keep its pack as it is",
    arguments: [.option("--week", value: "WEEK", "a week such as 2026-W47", isRequired: true)]
  ) { invocation, services in
    let (week, sha256) = try services.database.write { write in
      let meeting = try CommandRecord.meeting(invocation, write)
      guard !meeting.isClosed else { throw TaskingProblem.closed }
      let pack = try PackReader(services: services).pack(meeting, on: services.clock.today, write)
      let now = services.clock.now()
      try MeetingStore.close(meeting, by: nil, at: now, in: write)
      let sha256 = try PackStore.keep(pack, of: meeting.id, by: nil, at: now, in: write)
      try CommandRecord.add(
        "tasking.meeting-closed", "tasking-meeting/\(meeting.id)",
        ["week": meeting.week.description, "sha256": sha256], services, in: write)
      return (meeting.week, sha256)
    }
    invocation.output.line("\(week)  closed; its pack is kept with the SHA-256 \(sha256)")
  }

  private static func json(_ one: MeetingSummary) -> JSON {
    [
      "week": .string(one.meeting.week.description), "day": .string(one.meeting.day.description),
      "isClosed": .bool(one.meeting.isClosed),
      "actions": .object(
        ActionState.allCases.map { .init($0.rawValue, .integer(one.actions[$0] ?? 0)) }),
    ]
  }
}
