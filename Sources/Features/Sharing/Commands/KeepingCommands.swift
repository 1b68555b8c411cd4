internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Shares and requests past their time, from the shell.
enum KeepingCommands {
  static let all = [keeping]

  private static let keeping = Command<Services>(
    ["sharing", "keeping"], summary: "list shares and requests past their time, delete or keep one",
    details: """
      To keep one give --keep and a FILE with until-day, until-month, until-year and kept-reason. --kind \
      with --months says for how long a kind is kept.
      """,
    arguments: [
      .optional("FILE", "the fields as JSON; - for standard input"),
      .option("--keep", value: "REFERENCE", "the one that is kept"),
      .option("--delete", value: "REFERENCE", "the one that is deleted; it cannot be brought back"),
      .option("--kind", value: "KIND", "share or request"),
      .option("--months", value: "NUMBER", "for how many months, from 1 to 240"),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let keeping = Keeping(services: services, account: nil, now: command.now)
    if let reference = invocation.option("--delete") {
      return try command.write { "\(try keeping.delete(reference, in: $0).kind.one) is deleted." }
    }
    if let reference = invocation.option("--keep") {
      guard let path = invocation.option("FILE") else {
        throw UsageError(
          "FILE: give the fields as JSON, or - for standard input.", argument: "FILE")
      }
      let fields = try FieldsFile.read(path)
      return try command.write {
        "\(try keeping.keep(reference, fields, in: $0).kind.one) is kept."
      }
    }
    if let kind = invocation.option("--kind") {
      let fields = Fields([("kind", kind), ("months", invocation.option("--months") ?? "")])
      return try command.write { write in
        try keeping.change(MonthsForm(fields), in: write)
        return "The time is changed."
      }
    }
    let due = try services.database.read { try keeping.due($0) }
    for record in due {
      invocation.output.line("\(record.over)  \(record.kind.rawValue)  \(record.reference)")
    }
    if due.isEmpty { invocation.output.line("None is past its time.") }
  }
}
