internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The working days from the shell.
enum WorkingDayCommands {
  static let all = [list, add, remove]

  private static let list = Command<Services>(
    ["working-days", "list"], summary: "the days off of a year, and those that were added",
    arguments: [
      .option("--year", value: "YEAR", "the year; this one if not given"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let named = try invocation.option("--year", expected: "a year such as 2027") { text in
      Int(text).flatMap { (1978...2200).contains($0) ? $0 : nil }
    }
    let year = named ?? services.clock.today.civil.year
    let days = Month(index: year * 12).firstDay..<Month(index: (year + 1) * 12).firstDay
    let changed = try services.database.read(WorkingDays.changed)
    let off = WorkingDays.time(changed).holidays(in: days)
    if invocation.flag("--json") {
      return invocation.output.json([
        "year": .integer(year), "off": .array(off.map { .string($0.description) }),
        "added": .array(
          changed.map {
            [
              "day": .string($0.day.description), "isWorked": .bool($0.isWorked),
              "title": .string($0.title),
            ]
          }),
      ])
    }
    for day in off { invocation.output.line("\(day)  off") }
    for one in changed {
      invocation.output.line("\(one.day)  added: \(one.isWorked ? "worked" : "off"), \(one.title)")
    }
  }

  private static let add = Command<Services>(
    ["working-days", "add"], summary: "add a day off, or a bank holiday that is worked",
    details: "What is due already keeps its day.",
    arguments: [
      .value("DAY", "the day, such as 2027-05-12"),
      .option("--title", value: "TEXT", "why, such as “The coronation”", isRequired: true),
      .flag("--worked", "a bank holiday whose day off was moved"),
    ]
  ) { invocation, services in
    let day = try day(invocation)
    let fields = Fields(
      DateInput.fields("day", day) + [
        ("title", invocation.value("--title")),
        ("kind", invocation.flag("--worked") ? WorkingDayForm.worked : WorkingDayForm.off),
      ])
    try ProcedureCommands.refusing {
      _ = try services.database.write { write in try work(services).add(fields, in: write) }
    }
    invocation.output.line("\(day) is added.")
  }

  private static let remove = Command<Services>(
    ["working-days", "remove"], summary: "take a day that was added away",
    details: "What is due already keeps its day.",
    arguments: [.value("DAY", "the day, such as 2027-05-12")]
  ) { invocation, services in
    let day = try day(invocation)
    try ProcedureCommands.refusing {
      try services.database.write { write in try work(services).remove(day, in: write) }
    }
    invocation.output.line("\(day) is taken away.")
  }

  private static func work(_ services: Services) -> WorkingDayWork {
    WorkingDayWork(services: services, account: nil, now: services.clock.now())
  }

  private static func day(_ invocation: Invocation) throws -> Day {
    guard let day = Day(invocation.value("DAY")) else {
      throw UsageError("DAY: enter a day such as 2027-05-12.")
    }
    return day
  }
}
