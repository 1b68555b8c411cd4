internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

extension ConferencesCommands {
  static let keeping = Command<Services>(
    ["conferences", "keeping"], summary: "list cases past their time, delete one or keep it",
    details:
      "To keep one give --case and a FILE with until-day, until-month, until-year and kept-reason.",
    arguments: [
      conference, .optional("FILE", "the fields as JSON; - for standard input"),
      .option("--case", value: "CASE", "the case that is kept"),
      .option("--delete", value: "CASE", "the case that is deleted; it cannot be brought back"),
    ]
  ) { invocation, services in
    let clerk = Operator(services)
    if let reference = invocation.option("--delete") {
      try services.database.write { write in
        try Keeping(desk: clerk, kind: try open(invocation, write)).delete(reference, in: write)
      }
      return invocation.output.line("The case is deleted.")
    }
    if let path = invocation.option("FILE") {
      let fields = try FieldsFile.read(path)
      try services.database.write { write in
        let keeping = Keeping(desk: clerk, kind: try open(invocation, write))
        try FieldsFile.taken(from: path) {
          try keeping.keep(invocation.option("--case"), fields, in: write)
        }
      }
      return invocation.output.line("The case is kept.")
    }
    let due = try services.database.read { read in
      try KeepingStore(services: services).due(
        in: try open(invocation, read), on: clerk.today, read)
    }
    for referral in due { invocation.output.line(referral.reference.description) }
    if due.isEmpty { invocation.output.line("No case is past its time.") }
  }
}
