internal import Access
internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Samples of closed cases from the shell: drawn, shown and scored.
enum SampleCommands {
  static let all = [draw, sample, score]

  private static let month = Argument.value("MONTH", "such as 2026-10")

  private static let draw = Command<Services>(
    ["procedures", "draw"], summary: "draw the sample of a month",
    details:
      "The seed is taken at random and printed; it draws the same cases again from the same list.",
    arguments: [
      month, .option("--size", value: "NUMBER", "how many cases; \(DrawForm.usual) unless given"),
    ]
  ) { invocation, services in
    var generator = SystemRandom()
    let fields = Fields([
      ("month", invocation.value("MONTH")),
      ("size", invocation.option("--size") ?? String(DrawForm.usual)),
    ])
    try ProcedureCommands.refusing {
      let drawing = ProcedureDrawing(services: services, account: nil, now: services.clock.now())
      let month = try services.database.write { write in
        try drawing.draw(fields, seed: generator.next(), in: write)
      }
      try show(month, invocation, services)
    }
  }

  private static let sample = Command<Services>(
    ["procedures", "sample"], summary: "show the sample of a month, drawn again from its seed",
    arguments: [month, .flag("--json", "print one JSON value")]
  ) { invocation, services in try show(ProcedureCommands.chosen(invocation), invocation, services) }

  private static let score = Command<Services>(
    ["procedures", "score"], summary: "say whether a sampled case followed its procedure",
    arguments: [
      month, .value("REFERENCE", "the case, such as TM-7K42-0931"),
      .option(
        "--verdict", value: "VERDICT", "what you found",
        oneOf: ProcedureScore.Verdict.allCases.map(\.rawValue), isRequired: true),
      .option("--note", value: "WORDS", "why, naming nobody: shells keep what is typed"),
    ]
  ) { invocation, services in
    let (month, now) = (try ProcedureCommands.chosen(invocation), services.clock.now())
    let store = SampleStore(keyring: services.keyring)
    try ProcedureCommands.refusing {
      try services.database.write { write in
        let file = try CaseCommanding.file(invocation, services, write)
        guard let sample = try store.sample(of: month, write), sample.drawn.contains(file.id),
          let checked = try CaseRecords.checked([file], at: now, write).first
        else { throw UsageError("\(file.reference) is not in the sample of \(month).") }
        let fields = Fields([
          ("verdict", invocation.value("--verdict")), ("note", invocation.value("--note")),
        ])
        try store.score(
          ScoreForm(fields, checked), checked, in: sample, by: nil, at: now, in: write)
        try ProcedureCommands.record(
          "casework.procedure-scored", file.subject,
          ["sample": month.description, "verdict": invocation.value("--verdict")], services,
          in: write)
        invocation.output.line("\(file.reference): \(checked.words).")
      }
    }
  }
}

extension SampleCommands {
  private static func show(
    _ month: Month, _ invocation: Invocation, _ services: Services
  ) throws {
    let found = try services.database.read { read -> (ProcedureSample, [CheckedCase])? in
      let sample = try SampleStore(keyring: services.keyring).sample(of: month, read)
      guard let sample else { return nil }
      let files = try sample.drawn.compactMap { try CaseStore(services).find($0, read) }
      return (sample, try CaseRecords.checked(files, at: services.clock.now(), read))
    }
    guard let (sample, cases) = found else {
      throw UsageError("No sample of \(month) was drawn.", argument: "MONTH")
    }
    if invocation.flag("--json") {
      return invocation.output.json([
        "month": .string(month.description), "seed": .string(String(sample.seed)),
        "size": .integer(sample.size), "of": .integer(sample.members.count),
        "isDrawnAgain": .bool(sample.isDrawnAgain),
        "cases": .array(
          cases.map { checked in
            let file = checked.record.file
            return [
              "reference": .string(file.reference.description),
              "priority": .integer(file.priority.rawValue), "findings": .string(checked.kept),
              "verdict": JSON(sample.scores[file.id]?.first?.verdict.rawValue),
            ]
          }),
      ])
    }
    invocation.output.line(
      "\(month): \(sample.drawn.count) of \(sample.members.count), seed \(sample.seed), drawn again: "
        + (sample.isDrawnAgain ? "the same cases" : "OTHER cases"))
    for checked in cases {
      let file = checked.record.file
      let verdict = sample.scores[file.id]?.first?.verdict.rawValue ?? "not scored"
      invocation.output.line(
        "\(file.reference)  \(file.priority.code)  \(verdict)  \(checked.words)")
    }
  }
}
