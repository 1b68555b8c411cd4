internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands that write actions: add one, change what it says, say what came of it.
///
/// They read what is typed by the forms of the pages, and refuse what these refuse. Nobody is named
/// on the command line: who does an action is chosen on its page.
enum ActionCommands {
  static let all = [add, change, report]

  private static let fields: [Argument] = [
    .option("--problem", value: "TEXT", "what happens and where; names nobody"),
    .option("--task", value: "TEXT", "what is to be done"),
    .option("--place", value: "NAME", "a ward, “The whole area”, or a key such as ward:E05000001"),
    .option(
      "--stage", value: "NAME", "the stage of the work", oneOf: SARAStage.allCases.map(\.rawValue)),
    .option("--agency", value: "KEY", "the organisation that owns it, such as police"),
    .option("--due", value: "DATE", "the day it is due, such as 2026-12-08"),
    .option("--review", value: "DATE", "the day the meeting asks whether it worked"),
  ]

  private static let add = Command<Services>(
    ["tasking", "action", "add"], summary: "write down what a tasking meeting decided",
    details: "Every option is needed. Who does it is chosen on the action's page.",
    arguments: [.option("--week", value: "WEEK", "the meeting's week", isRequired: true)] + fields
  ) { invocation, services in
    let id = try services.database.write { write in
      let meeting = try CommandRecord.meeting(invocation, write)
      guard !meeting.isClosed else { throw TaskingProblem.closed }
      let options = try MeetingReader(services: services).options(meeting, write)
      let content = try content(try typed(invocation, Fields(), options), options)
      let id = try ActionStore.add(
        content, to: meeting.id, by: nil, at: services.clock.now(), in: write)
      try CommandRecord.add(
        "tasking.action-added", "tasking-action/\(id)",
        ["week": meeting.week.description, "organisation": content.organisationName], services,
        in: write)
      return id
    }
    invocation.output.line("\(id)")
  }

  private static let change = Command<Services>(
    ["tasking", "action", "change"], summary: "change what an action says",
    details: "What is not given stays. Every earlier text is kept.",
    arguments: [.value("NUMBER", "the action, as hamlet tasking actions lists it")] + fields
  ) { invocation, services in
    try write(invocation, services, "tasking.action-changed") { before, options in
      let typed = try typed(invocation, ActionForm.fields(before), options)
      return try content(typed, options, before)
    }
  }

  private static let report = Command<Services>(
    ["tasking", "action", "report"], summary: "say what came of an action",
    arguments: [
      .value("NUMBER", "the action, as hamlet tasking actions lists it"),
      .option(
        "--state", value: "NAME", "what came of it", oneOf: ActionState.allCases.map(\.rawValue),
        isRequired: true),
      .option("--reason", value: "TEXT", "why it was not done or is not possible"),
    ]
  ) { invocation, services in
    try write(invocation, services, "tasking.action-reported") { before, _ in
      let fields = Fields([
        ("state", invocation.option("--state") ?? ""),
        ("reason", invocation.option("--reason") ?? ""),
      ])
      do throws(Refusal) { return try ActionReportForm(fields, before).content } catch {
        throw error.ofOption
      }
    }
  }

  /// Keeps another content of an action; nothing is written where it says the same.
  private static func write(
    _ invocation: Invocation, _ services: Services, _ record: String,
    _ content: (ActionContent, ActionOptions) throws -> ActionContent
  ) throws {
    let isChanged = try services.database.write { write -> Bool in
      let id: ID<TaskedAction> = try CommandRecord.id(invocation, "an action")
      guard let action = try ActionStore.find(id, write),
        let meeting = try MeetingStore.find(action.meeting, write)
      else { throw UsageError("NUMBER: there is no action \(id).", argument: "NUMBER") }
      let options = try MeetingReader(services: services).options(meeting, write)
      let before = action.content
      let after = try content(
        before,
        ActionOptions(
          places: options.places.with(before), agencies: options.agencies, people: options.people,
          meeting: options.meeting))
      guard after != before else { return false }
      try ActionStore.change(action, to: after, by: nil, at: services.clock.now(), in: write)
      try CommandRecord.add(
        record, "tasking-action/\(id)",
        ["state": after.state.rawValue, "version": String(action.version + 1)], services, in: write)
      return true
    }
    invocation.output.line(isChanged ? "Saved." : "Nothing was changed.")
  }

  private static func content(
    _ fields: Fields, _ options: ActionOptions, _ before: ActionContent? = nil
  ) throws -> ActionContent {
    do throws(Refusal) { return try ActionForm(fields, options, before: before).content } catch {
      throw error.ofOption
    }
  }

  /// The fields of the form: what is typed, and else what they held.
  private static func typed(
    _ invocation: Invocation, _ before: Fields, _ options: ActionOptions
  ) throws -> Fields {
    var fields = Fields()
    for name in ["problem", "task", "stage"] {
      fields.append(name, invocation.option("--\(name)") ?? before[name] ?? "")
    }
    let place = invocation.option("--place").map { typed in
      options.places.choices.first { $0.label == typed }?.value ?? typed
    }
    fields.append("place", place ?? before["place"] ?? "")
    let agency = try invocation.option("--agency").map { key in
      guard let found = options.agencies.first(where: { $0.key == key }) else {
        let known = options.agencies.map(\.key).joined(separator: ", ")
        throw UsageError("--agency: “\(key)” is none of \(known).", argument: "--agency")
      }
      return found.id.description
    }
    fields.append("agency", agency ?? before["agency"] ?? "")
    fields.append("person", agency == nil ? before["person"] ?? "" : "")
    for name in ["due", "review"] {
      let day = try invocation.option("--\(name)", expected: "a day such as 2026-12-08") { Day($0) }
      let parts =
        day.map { DateInput.fields(name, $0) }
        ?? ["day", "month", "year"].map { ("\(name)-\($0)", before["\(name)-\($0)"] ?? "") }
      for (part, value) in parts { fields.append(part, value) }
    }
    return fields
  }
}
