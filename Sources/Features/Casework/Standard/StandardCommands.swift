internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The standard from the shell.
enum StandardCommands {
  static let all = [show, set]

  private static let show = Command<Services>(
    ["standard", "show"], summary: "within how many days work begins and people hear of it",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let standards = try services.database.read(StandardStore.all)
    if invocation.flag("--json") {
      let values = standards.map { standard -> JSON in
        [
          "number": .integer(standard.number), "setAt": .string(standard.setAt.description),
          "days": .object(
            Promise.allCases.map { JSON.Member($0.rawValue, .integer(standard[$0])) }),
        ]
      }
      return invocation.output.json(["standards": .array(values)])
    }
    let standard = standards.first ?? .shipped
    invocation.output.line("version \(standard.number)")
    for promise in Promise.allCases {
      invocation.output.line("\(promise.title) \(promise.promised(standard[promise]))")
    }
  }

  private static let set = Command<Services>(
    ["standard", "set"], summary: "set another version of the standard",
    details: "What is not given stays. Reports and cases keep the days they were given.",
    arguments: Promise.allCases.map { promise in
      .option(
        "--\(promise.rawValue)", value: "DAYS",
        "\(promise.title): \(promise.isWorkingDays ? "working days" : "days")")
    }
  ) { invocation, services in
    try ProcedureCommands.refusing {
      let now = services.clock.now()
      let added = try services.database.write { write in
        let last = try StandardStore.standard(at: now, write)
        let fields = Promise.allCases.map { promise in
          let typed = invocation.value("--\(promise.rawValue)")
          return (promise.rawValue, typed.isEmpty ? String(last[promise]) : typed)
        }
        let form = try StandardForm(Fields(fields), after: last)
        let added = try StandardStore.add(form.days, by: nil, at: now, in: write)
        try ProcedureCommands.record(
          StandardActions.set, "standard/\(added.number)", StandardActions.detail(added), services,
          in: write)
        return added
      }
      invocation.output.line("Version \(added.number) holds from now.")
    }
  }
}
