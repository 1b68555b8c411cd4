internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The command `hamlet tasking actions`.
enum ActionsCommand {
  static let command = Command<Services>(
    ["tasking", "actions"], summary: "list the actions of tasking meetings in one state",
    details: "The earliest due first, 50 to a page. People are left out: nobody has signed in.",
    arguments: [
      .option(
        "--state", value: "NAME", "to-do where it is not given",
        oneOf: ActionState.allCases.map(\.rawValue)),
      .option("--page", value: "NUMBER", "the page, from 1"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let state = invocation.option("--state").flatMap { ActionState(rawValue: $0) } ?? .toDo
    let page = try invocation.option("--page", expected: "a number from 1") { text in
      Int(text).flatMap { (1...100_000).contains($0) ? $0 : nil }
    }
    let (actions, hasMore) = try services.database.read { read in
      try ActionStore.page(state, page ?? 1, read)
    }
    let today = services.clock.today
    if invocation.flag("--json") {
      invocation.output.json([
        "state": .string(state.rawValue), "page": .integer(page ?? 1), "hasMore": .bool(hasMore),
        "actions": .array(actions.map { json($0, today) }),
      ])
      return
    }
    for action in actions {
      let content = action.content
      let late = content.isLate(on: today) ? ", overdue" : ""
      invocation.output.line(
        "\(action.id)  \(content.due)\(late)  \(content.problem), \(content.placeName): \(content.task) "
          + "(\(content.organisationName))")
    }
    if actions.isEmpty { invocation.output.line("No action is in this state.") }
    if hasMore { invocation.progress.message("There are more: --page \((page ?? 1) + 1)") }
  }

  private static func json(_ action: TaskedAction, _ today: Day) -> JSON {
    let content = action.content
    return [
      "number": .string(action.id.description), "problem": .string(content.problem),
      "task": .string(content.task),
      "place": .string(content.placeName), "stage": .string(content.stage.rawValue),
      "organisation": .string(content.organisationName), "due": .string(content.due),
      "review": .string(content.review), "state": .string(content.state.rawValue),
      "overdue": .bool(content.isLate(on: today)), "reason": .string(content.reason),
      "version": .integer(action.version),
    ]
  }
}
