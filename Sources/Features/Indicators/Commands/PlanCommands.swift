import Commands
import Database
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet plan add`: makes an empty plan.
  static let planAdd = Command(
    ["plan", "add"], summary: "Make a plan",
    arguments: [
      .value("TITLE", "its title"),
      .option("--from", value: "YEAR", "its first year, such as 2029/30", isRequired: true),
      .option("--to", value: "YEAR", "its last year, such as 2032/33", isRequired: true),
      .option(
        "--agreed", value: "WORDS", "the document or meeting it was agreed in", isRequired: true),
      .option("--slug", value: "WORD", "its word in addresses; drawn from the title"),
      .option("--tolerance", value: "PERCENT", "how much worse is still amber; usually 5"),
    ]
  ) { invocation, services in
    let plan = try PlanToAdd(invocation).plan
    try services.database.write { write in
      guard try PlanStore.find(plan.slug, in: write) == nil else {
        throw UsageError("--slug: a plan has “\(plan.slug)” already.", argument: "--slug")
      }
      let id = try PlanStore.add(plan, in: write)
      try PlanNoting(services: services, account: nil, now: services.clock.now()).note(
        "indicators.plan-added", "plan/\(id)", ["plan": plan.slug], in: write)
    }
    invocation.output.line(plan.slug)
  }

  /// `hamlet plan tolerance`: what counts as amber.
  static let planTolerance = Command(
    ["plan", "tolerance"], summary: "Set how much worse is still amber",
    arguments: [
      PlanArguments.plan, .value("PERCENT", "0 to 100, such as 5"), PlanArguments.because,
    ]
  ) { invocation, services in
    guard let tolerance = FactsForm.tolerance(invocation.value("PERCENT")) else {
      throw UsageError("PERCENT: give a number from 0 to 100, such as 5.", argument: "PERCENT")
    }
    try PlanArguments.change(invocation, services) { editor, write in
      var text = editor.plan.text
      text.tolerance = tolerance
      try editor.change(to: text, in: write)
    }
  }

  /// `hamlet plan close`: nothing of the plan may be changed from now on.
  static let planClose = Command(
    ["plan", "close"], summary: "Close a plan to change, or open it again",
    arguments: [
      PlanArguments.plan, PlanArguments.because, .flag("--open", "open it again"),
    ]
  ) { invocation, services in
    try PlanArguments.change(invocation, services, mayBeClosed: true) { editor, write in
      try editor.setOpen(invocation.flag("--open"), in: write)
    }
  }

  /// `hamlet plan break`: marks a month across which figures are not compared.
  static let planBreak = Command(
    ["plan", "break"], summary: "Mark a break in an indicator's figures",
    arguments: [
      PlanArguments.plan, .value("INDICATOR", "its code or name in the plan"),
      .option("--from", value: "MONTH", "the first month counted the new way", isRequired: true),
      .option(
        "--kind", value: "KIND", "what changed", oneOf: SeriesBreak.Kind.allCases.map(\.rawValue),
        isRequired: true),
      PlanArguments.because,
    ]
  ) { invocation, services in
    let month = try invocation.option("--from", expected: "a month such as 2029-04") { Month($0) }
    guard let month,
      let kind = invocation.option("--kind").flatMap({ SeriesBreak.Kind(rawValue: $0) })
    else { return }
    try PlanArguments.change(invocation, services) { editor, write in
      let name = invocation.value("INDICATOR")
      let found = try MembershipStore.find(naming: name, in: editor.plan.id, write)
      guard let member = found.first, found.count == 1 else {
        throw UsageError(
          "INDICATOR: “\(name)” names \(found.isEmpty ? "no" : "more than one") indicator of the "
            + "plan.", argument: "INDICATOR")
      }
      let settled = try SharedRule.settled(of: member.indicator, in: write)
      if let message = SharedRule.refusal(from: month, settled: settled) {
        throw UsageError("--from: \(message).", argument: "--from")
      }
      try editor.addBreak(
        SeriesBreak(month: month, kind: kind, reason: editor.reason), of: member, in: write)
    }
  }
}

/// A new plan as the command line describes it.
private struct PlanToAdd {
  let plan: NewPlan

  init(_ invocation: Invocation) throws {
    let title = FieldFate.plain(invocation.value("TITLE"))
    guard (1...200).contains(title.count) else {
      throw UsageError("TITLE: give a title of at most 200 characters.", argument: "TITLE")
    }
    let expected = "a financial year from 1990/91 to 2099/00, such as 2029/30"
    let year = { (text: String) in
      FinancialYear(text).flatMap { (1990...2099).contains($0.start) ? $0 : nil }
    }
    let first = try invocation.option("--from", expected: expected, year)
    let last = try invocation.option("--to", expected: expected, year)
    let tolerance =
      try invocation.option(
        "--tolerance", expected: "a number from 0 to 100", FactsForm.tolerance)
      ?? DirectionOfTravel.defaultTolerance
    let word = "small letters, digits and single hyphens, such as safer-borough-2029-33"
    let given = try invocation.option("--slug", expected: word) { PlanSlug($0) }
    guard let slug = given ?? PlanSlug(title: title) else {
      throw UsageError("--slug: give \(word).", argument: "--slug")
    }
    guard let first, let last, first <= last,
      last.start - first.start < NewPlanInput.mostYears
    else {
      throw UsageError(
        "--to: give a year within \(NewPlanInput.mostYears) years of the first, not before it.",
        argument: "--to")
    }
    plan = NewPlan(
      slug: slug.description, title: title, years: first...last, kind: .live,
      source: FieldFate.plain(invocation.option("--agreed") ?? ""), tolerance: tolerance)
  }
}
