import Commands
import Database
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet plan title`: another title for a plan; issues that are published keep theirs.
  static let planTitle = Command(
    ["plan", "title"], summary: "Set the title of a plan",
    arguments: [PlanArguments.plan, .value("TITLE", "its title")]
  ) { invocation, services in
    let title = invocation.value("TITLE")
    guard !title.allSatisfy(\.isWhitespace), title.count <= 200 else {
      throw UsageError("TITLE: give a title of at most 200 characters.", argument: "TITLE")
    }
    let now = services.clock.now()
    try services.database.write { write in
      try PlanStore.hold(invocation.value("PLAN"), in: write)
      let plan = try PlanArguments.openPlan(invocation, in: write)
      var text = plan.text
      text.title = title
      var editor = PlanEditor(
        plan, author: PlanEditor.commandLine, reason: "Set on the command line", at: now)
      try editor.change(to: text, in: write)
      try PlanNoting(services: services, account: nil, now: now).changed(editor, in: write)
    }
  }
}
