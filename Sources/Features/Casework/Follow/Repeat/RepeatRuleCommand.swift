internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What counts as a repeat caller, from the shell.
enum RepeatRuleCommand {
  static let command = Command<Services>(
    ["reports", "repeat-rule"], summary: "show or choose what counts as a repeat caller",
    details: """
      Without options it shows the rule. With all three it makes another rule hold from now on. No \
      rule is there until somebody has chosen one.
      """,
    arguments: [
      .option("--reports", value: "NUMBER", "so many reports of one contact"),
      .option("--days", value: "NUMBER", "within so many days"),
      .option(
        "--vulnerable", value: "LIST",
        "what makes a caller vulnerable, with commas: "
          + Circumstance.allCases.map(\.rawValue).joined(separator: ", ")),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let given = ["--reports", "--days", "--vulnerable"].map { invocation.option($0) }
    if given.contains(where: { $0 != nil }) {
      let circumstances = (given[2] ?? "").split(separator: ",").map(String.init)
      if let unknown = circumstances.first(where: { Circumstance(rawValue: $0) == nil }) {
        throw UsageError(
          "--vulnerable: \(unknown) is none of the answers.", argument: "--vulnerable")
      }
      let fields = Fields(
        [("reports", given[0] ?? ""), ("days", given[1] ?? "")]
          + circumstances.map { ("vulnerable", $0) })
      let form: RepeatRuleForm
      do throws(Refusal) { form = try RepeatRuleForm(fields) } catch {
        let entry = error.entries.first
        throw UsageError(
          "--\(entry?.field ?? ""): \(entry?.message ?? "").", argument: "--\(entry?.field ?? "")")
      }
      try services.database.write { write in
        try RepeatRules.choose(form, by: nil, services, in: write)
      }
    }
    let rule = try services.database.read(RepeatRules.current)
    if invocation.flag("--json") {
      invocation.output.json(["rule": rule.map(json) ?? .null])
    } else if let rule {
      invocation.output.line("Rule \(rule.version): \(rule.words)")
      invocation.output.line("Vulnerable: \(rule.vulnerableWords)")
    } else {
      invocation.output.line("No rule is chosen.")
    }
  }

  private static func json(_ rule: RepeatRule) -> JSON {
    [
      "version": .integer(rule.version), "reports": .integer(rule.reports),
      "days": .integer(rule.days),
      "vulnerable": .array(
        rule.circumstances.map(\.rawValue).sorted().map { .string($0) }),
    ]
  }
}
