import Commands
import Database
import Kernel
import Partnership

/// What the commands of plans share.
enum PlanArguments {
  static let plan = Argument.value("PLAN", "the plan's word, such as csp-2025-29")
  static let because = Argument.option(
    "--because", value: "WORDS", "why; it is kept with the change", isRequired: true)

  /// The plan a command names.
  static func plan(_ invocation: Invocation, in read: Read) throws -> Plan {
    let slug = invocation.value("PLAN")
    guard let plan = try PlanStore.find(slug, in: read) else {
      let known = try PlanStore.page(1, in: read).map(\.slug).joined(separator: ", ")
      throw UsageError(
        "PLAN: there is no plan “\(slug)”. Known: \(known.isEmpty ? "none" : known).",
        argument: "PLAN")
    }
    return plan
  }

  /// The plan a command names, which must be open to change.
  static func openPlan(_ invocation: Invocation, in read: Read) throws -> Plan {
    let plan = try plan(invocation, in: read)
    if plan.kind == .archive { throw PlanProblem.published }
    if plan.closedAt != nil { throw PlanProblem.closed }
    return plan
  }

  /// Why, as it was typed.
  static func reason(_ invocation: Invocation) throws(UsageError) -> String {
    let words = FieldFate.plain(invocation.option("--because") ?? "")
    guard (1...500).contains(words.count) else {
      throw UsageError("--because: say why, in 500 characters or fewer.", argument: "--because")
    }
    return words
  }

  /// Changes a plan in one transaction and notes it.
  static func change(
    _ invocation: Invocation, _ services: Services, mayBeClosed: Bool = false,
    _ body: (inout PlanEditor, Write) throws -> Void
  ) throws {
    let reason = try reason(invocation)
    let now = services.clock.now()
    let count = try services.database.write { write -> Int in
      try PlanStore.hold(invocation.value("PLAN"), in: write)
      let plan =
        mayBeClosed ? try plan(invocation, in: write) : try openPlan(invocation, in: write)
      if plan.kind == .archive { throw PlanProblem.published }
      let before = try PlanOutlook(
        plan.slug, measures: services.measures, today: London.day(now), in: write)
      var editor = PlanEditor(
        plan, author: PlanEditor.commandLine, reason: reason, at: now)
      try body(&editor, write)
      let after = try PlanOutlook(
        plan.slug, measures: services.measures, today: London.day(now), in: write)
      let effect = PlanEffect(from: before, to: after)
      let noting = PlanNoting(services: services, account: nil, now: now)
      try noting.withdraw(effect, in: write)
      try noting.changed(editor, in: write)
      return editor.changes.count
    }
    invocation.output.line(count == 0 ? "Nothing had changed." : "Changed.")
  }
}
