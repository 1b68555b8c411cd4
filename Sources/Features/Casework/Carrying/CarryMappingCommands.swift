internal import Access
internal import Commands
internal import Database
internal import Documents
internal import Kernel
internal import Partnership

/// The commands about mappings of other case systems.
enum CarryMappingCommands {
  static let all = [list, show, save]

  private static let list = Command<Services>(
    ["cases", "mapping", "list"], summary: "list the mappings open cases can be read by",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let all = try services.database.read { read in
      try CaseMappingStore(keyring: services.keyring).all(read)
    }
    if invocation.flag("--json") {
      invocation.output.json([
        "mappings": .array(
          all.map { kept in
            [
              "key": .string(kept.key), "version": .integer(kept.version),
              "system": .string(kept.mapping.system),
            ]
          })
      ])
      return
    }
    for kept in all { invocation.output.line("\(kept.title): \(kept.mapping.system)") }
  }

  private static let show = Command<Services>(
    ["cases", "mapping", "show"], summary: "print a mapping as the sheet it is written in",
    details: "hamlet cases mapping show \(CarrySample.key) prints one to begin with.",
    arguments: [
      .value("KEY", "its short word"),
      .option("--version", value: "NUMBER", "an older version than the newest"),
    ]
  ) { invocation, services in
    let version = try invocation.option("--version", expected: "a number from 1") { Int($0) }
    let kept = try find(invocation.value("KEY"), "KEY", services, version: version)
    invocation.output.text(kept.sheet.hasSuffix("\n") ? kept.sheet : kept.sheet + "\n")
  }

  private static let save = Command<Services>(
    ["cases", "mapping", "save"], summary: "save a mapping, or the next version of one",
    details: """
      FILE is a CSV sheet with the headings row,ours,theirs; see hamlet cases mapping show \
      \(CarrySample.key) and hamlet cases fields.
      """,
    arguments: [
      .value("KEY", "its short word: small letters, figures and dashes"),
      .file("FILE", "the sheet"),
    ]
  ) { invocation, services in
    let (key, path, text) = try SheetForm.arguments(invocation, example: "old-register")
    _ = try CaseMappingSheet.read(text, name: path)
    let now = services.clock.now()
    let version = try services.database.write { write in
      let version = try CaseMappingStore(keyring: services.keyring).save(
        text, as: key, by: nil, at: now, in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "casework.carry-mapping", subject: "mapping/\(key)",
          detail: ["version": String(version)], at: now), in: write)
      return version
    }
    invocation.output.line("\(key): version \(version)")
  }

  /// A mapping by its key; wrong use where there is none.
  static func find(
    _ key: String, _ argument: String, _ services: Services, version: Int? = nil
  ) throws -> KeptMapping {
    let store = CaseMappingStore(keyring: services.keyring)
    guard let kept = try services.database.read({ try store.find(key, version: version, $0) })
    else {
      throw UsageError(
        "\(argument): there is no mapping “\(key)”. See: hamlet cases mapping list",
        argument: argument)
    }
    return kept
  }
}
