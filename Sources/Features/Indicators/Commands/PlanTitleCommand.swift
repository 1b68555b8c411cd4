import Access
import Commands
import Database
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet plan title`: another title for a plan; issues that are published keep theirs.
  static let planTitle = Command(
    ["plan", "title"], summary: "set the title of a plan",
    arguments: [
      .value("PLAN", "the plan's word, such as csp-2017-21"), .value("TITLE", "its title"),
    ]
  ) { invocation, services in
    let slug = invocation.value("PLAN")
    let title = invocation.value("TITLE")
    guard !title.allSatisfy(\.isWhitespace), title.count <= 200 else {
      throw UsageError("TITLE: give a title of at most 200 characters.", argument: "TITLE")
    }
    try services.database.write { write in
      guard let plan = try PlanStore.find(slug, in: write) else {
        throw UsageError("PLAN: there is no plan “\(slug)”.", argument: "PLAN")
      }
      var text = plan.text
      text.title = title
      var editor = PlanEditor(
        plan, author: PlanEditor.commandLine, reason: "Set on the command line",
        at: services.clock.now())
      try editor.change(to: text, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "indicators.plan-titled", subject: "plan/\(plan.id)",
          at: services.clock.now()),
        in: write)
    }
  }
}
