internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The grounds in law from the shell.
enum GroundCommands {
  static let all = [list, add, date]

  private static let part = Argument.value(
    "PART", "what it answers", oneOf: ShareGround.Part.allCases.map(\.rawValue))
  private static let key = Argument.value("KEY", "its word, such as cda-115")

  private static let list = Command<Services>(
    ["sharing", "grounds"], summary: "list the grounds in law with their days",
    arguments: [SharingCommanding.json]
  ) { invocation, services in
    let (today, grounds) = (services.clock.today, try services.database.read(GroundStore.all))
    if invocation.flag("--json") {
      return invocation.output.json(
        .array(
          grounds.map { dated in
            [
              "part": .string(dated.ground.part.rawValue), "key": .string(dated.ground.key),
              "title": .string(dated.ground.title), "section": .string(dated.ground.section),
              "regime": .string(dated.ground.regime.rawValue),
              "from": JSON(dated.from?.description), "through": JSON(dated.through?.description),
              "isInForce": .bool(dated.isInForce(on: today)),
            ]
          }))
    }
    for dated in grounds {
      let state = dated.isInForce(on: today) ? "in force" : "not in force"
      invocation.output.line(
        "\(dated.ground.part.rawValue)  \(dated.ground.key)  \(state)  \(dated.ground.section)")
    }
  }

  private static let add = Command<Services>(
    ["sharing", "ground-add"], summary: "add a ground in law",
    arguments: [
      part, key, .option("--title", value: "WORDS", "what it says", isRequired: true),
      .option("--section", value: "WORDS", "the Act and the section", isRequired: true),
      .option(
        "--regime", value: "NAME", "what it goes with",
        oneOf: ShareGround.Regime.allCases.map(\.rawValue), isRequired: true),
      .option("--from", value: "DATE", "the first day in force; not offered while not known"),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    try command.write { write in
      let fields =
        [("part", invocation.value("PART")), ("key", invocation.value("KEY"))]
        + ["title", "section", "regime"].map { ($0, invocation.value("--\($0)")) }
        + (try command.day("--from", as: "from"))
      let form = try GroundForm(Fields(fields), taken: GroundStore.all(write))
      try GroundStore.add(form.ground, from: form.from, by: nil, at: command.now, in: write)
      try command.record(
        "sharing.ground-added", "share-ground/\(form.ground.part.rawValue)/\(form.ground.key)",
        ["from": form.from?.description ?? "not known"], in: write)
      return "The ground \(form.ground.key) is added."
    }
  }

  private static let date = Command<Services>(
    ["sharing", "ground-date"], summary: "say when a ground in law is in force",
    arguments: [
      part, key, .option("--from", value: "DATE", "the first day in force"),
      .option("--through", value: "DATE", "the last day in force"),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    try command.write { write in
      guard let part = ShareGround.Part(rawValue: invocation.value("PART")),
        let dated = try GroundStore.find(part, invocation.value("KEY"), write)
      else {
        throw UsageError("There is no such ground: hamlet sharing grounds shows them.")
      }
      let form = try LawDatesForm(
        Fields(
          try command.day("--from", as: "from") + command.day("--through", as: "through")))
      try GroundStore.date(dated, from: form.from, through: form.through, in: write)
      try command.record(
        "sharing.ground-dated", "share-ground/\(part.rawValue)/\(dated.ground.key)",
        form.detail, in: write)
      return "The dates of \(dated.ground.key) are saved."
    }
  }
}
