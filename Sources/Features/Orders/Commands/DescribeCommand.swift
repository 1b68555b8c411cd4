internal import Commands
internal import HTTP
internal import Partnership

/// Says what is known of a subject, from the shell.
enum DescribeCommand {
  static let command = Command<Services>(
    ["orders", "describe"],
    summary: "say what is known of a subject, for the equality analysis",
    details: "What is left out is kept as not recorded.",
    arguments: [
      OrderChangeCommands.reference,
      .option(
        "--sex", value: "SEX", "their sex", oneOf: EqualityFacts.Sex.allCases.map(\.rawValue)),
      .option("--sex-source", value: "SOURCE", "how it is known", oneOf: sources),
      .option(
        "--ethnicity", value: "GROUP", "their ethnic group",
        oneOf: EqualityFacts.EthnicGroup.allCases.map(\.rawValue)),
      .option("--ethnicity-source", value: "SOURCE", "how it is known", oneOf: sources),
      .option("--ward", value: "CODE", "the ward they live in, or outside"),
    ]
  ) { invocation, services in
    let names = ["sex", "sex-source", "ethnicity", "ethnicity-source", "ward"]
    let fields = Fields(
      names.compactMap { name in invocation.option("--\(name)").map { (name, $0) } })
    try OrderChangeCommands.write(invocation, services) { work, order, write in
      guard Power.personal.contains(order.power) else { throw OrdersProblem.notFound }
      try work.describe(order, fields, in: write)
      return "It is kept."
    }
  }

  private static let sources = EqualityFacts.Source.allCases.map(\.rawValue)
}
