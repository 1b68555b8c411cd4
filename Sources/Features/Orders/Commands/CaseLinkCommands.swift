internal import Commands
internal import Partnership

/// Names cases on an order after it was made, or takes one off, from the shell.
enum CaseLinkCommands {
  static let all = [link, unlink]

  private static let link = Command<Services>(
    ["orders", "link"], summary: "name another case or report on an order",
    arguments: [
      OrderChangeCommands.reference,
      .option("--case", value: "REFERENCE", "the case or report", isRequired: true),
      .option("--reason", value: "TEXT", "why it belongs to the order", isRequired: true),
    ]
  ) { invocation, services in
    let fields = [
      ("case", invocation.value("--case")), ("link-reason", invocation.value("--reason")),
    ]
    try OrderChangeCommands.change(.linked, fields, invocation, services)
  }

  private static let unlink = Command<Services>(
    ["orders", "unlink"], summary: "take a case or report off an order",
    arguments: [
      OrderChangeCommands.reference,
      .option("--case", value: "REFERENCE", "the case or report", isRequired: true),
      .option("--reason", value: "TEXT", "why it does not belong to the order", isRequired: true),
    ]
  ) { invocation, services in
    let fields = [
      ("unlink", invocation.value("--case")), ("unlink-reason", invocation.value("--reason")),
    ]
    try OrderChangeCommands.change(.unlinked, fields, invocation, services)
  }
}
