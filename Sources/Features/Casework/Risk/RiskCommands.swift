internal import Access
internal import Commands
internal import Database
internal import Documents
internal import Kernel
internal import Partnership

/// The commands `hamlet risk …`: instruments alone, since an assessment is made by a person.
enum RiskCommands {
  static let all = [list, show, add]

  private static let list = Command<Services>(
    ["risk", "list"], summary: "list the risk instruments",
    details: "The newest version of each is the one that is asked.",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let offered = try services.database.read { try InstrumentStore.offered($0) }
    if invocation.flag("--json") {
      invocation.output.json(["instruments": .array(offered.map(json))])
      return
    }
    for kept in offered {
      invocation.output.line("\(kept.key)  \(kept.title)  \(kept.instrument.bandWords)")
    }
  }

  private static let show = Command<Services>(
    ["risk", "show"], summary: "print an instrument as the sheet it is written in",
    arguments: [
      .value("KEY", "its short word, such as asb-matrix"),
      .option("--version", value: "NUMBER", "an older version than the newest"),
    ]
  ) { invocation, services in
    let key = invocation.value("KEY")
    let number = try invocation.option("--version", expected: "a number from 1") { Int($0) }
    let versions = try services.database.read { try InstrumentStore.versions(of: key, $0) }
    guard let kept = versions.first(where: { number == nil || $0.version == number }) else {
      throw UsageError("There is no such instrument. See: hamlet risk list", argument: "KEY")
    }
    invocation.output.text(kept.sheet.hasSuffix("\n") ? kept.sheet : kept.sheet + "\n")
  }

  private static let add = Command<Services>(
    ["risk", "add"], summary: "add an instrument, or the next version of one",
    details: """
      FILE is a CSV sheet with the headings row,text,points,days; see hamlet risk show asb-matrix. \
      Assessments made before keep the version they were made with.
      """,
    arguments: [
      .value("KEY", "its short word: small letters, figures and dashes"),
      .file("FILE", "the sheet"),
    ]
  ) { invocation, services in
    let (key, path, text) = try SheetForm.arguments(invocation, example: "estates")
    let instrument = try InstrumentSheet.read(text, name: path)
    let now = services.clock.now()
    let version = try services.database.write { write in
      let version = try InstrumentStore.add(
        text, instrument, as: key, by: nil, at: now, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "casework.risk-instrument-added", subject: "risk-instrument/\(key)",
          detail: ["version": String(version)], at: now), in: write)
      return version
    }
    invocation.output.line("\(key), version \(version): \(instrument.bandWords)")
  }

  private static func json(_ kept: KeptInstrument) -> JSON {
    [
      "key": .string(kept.key), "version": .integer(kept.version),
      "title": .string(kept.instrument.title),
      "questions": .integer(kept.instrument.questions.count),
      "highest": .integer(kept.instrument.most), "isListed": .bool(kept.instrument.isListed),
      "bands": .array(
        kept.instrument.bands.map { band in
          [
            "level": .string(band.level.title), "from": .integer(band.from),
            "days": .integer(band.days),
          ]
        }),
    ]
  }
}
