internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// The registers of organisations from the shell; asking and deciding are for people who sign in.
enum KnownCommands {
  static let all = [list, add, load, turn("on"), turn("off")]

  private static let list = Command<Services>(
    ["known", "list"], summary: "list the registers that may say whether somebody is known",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let (sources, agencies) = try services.database.read { read in
      (
        try KnownSourceStore(keyring: services.keyring).all(read),
        try services.people.agencies(read)
      )
    }
    func key(_ source: KnownSource) -> String {
      agencies.first { $0.id == source.organisation }?.key ?? "gone"
    }
    if invocation.flag("--json") {
      invocation.output.json([
        "registers": .array(
          sources.map { source in
            [
              "organisation": .string(key(source)), "kind": .string(source.kind.rawValue),
              "isOn": .bool(source.isOn), "people": .integer(source.people),
            ]
          })
      ])
      return
    }
    for source in sources {
      invocation.output.line(
        "\(key(source))  \(source.kind.rawValue)  \(source.isOn ? "on" : "off")  "
          + "\(source.people) people")
    }
    if sources.isEmpty { invocation.output.line("There are none.") }
  }

  private static let add = Command<Services>(
    ["known", "add"], summary: "add a register of an organisation, which is off",
    details: """
      Kinds: \(KnownKind.words). Never asked: \(KnownKind.never.keys.sorted().joined(separator: ", ")), \
      since it says too much that somebody is in one.
      """,
    arguments: [
      .value("ORGANISATION", "its short word, such as housing"), .value("KIND", "what it is of"),
      .option(
        "--contact", value: "WORDS", "whom to speak to where somebody is known", isRequired: true),
    ]
  ) { invocation, services in
    let word = invocation.value("KIND")
    if let never = KnownKind.never[word] {
      throw UsageError("KIND: \(never): such a register is never asked.", argument: "KIND")
    }
    guard let kind = KnownKind(rawValue: word) else {
      throw UsageError("KIND: expected one of \(KnownKind.words).", argument: "KIND")
    }
    let contact = invocation.option("--contact") ?? ""
    do {
      try change(invocation, services, "casework.known-added") { organisation, now, write in
        try KnownSourceStore(keyring: services.keyring).add(
          kind, of: organisation, contact: contact, at: now, in: write)
      }
    } catch DatabaseError.unique {
      throw UsageError("The organisation has such a register already.", argument: "KIND")
    }
    invocation.output.line("The register is added, and off.")
  }

  private static let load = Command<Services>(
    ["known", "load"], summary: "load a register in place of what was loaded before",
    details: "FILE is a CSV file with the headings name,born. Only keyed hashes are kept.",
    arguments: [
      .value("ORGANISATION", "its short word"), .value("KIND", "what it is of"),
      .file("FILE", "the list"),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let people = try KnownList.read(path, name: path, today: services.clock.today)
    try change(invocation, services, "casework.known-loaded") { organisation, now, write in
      let source = try find(organisation, invocation, services, write)
      try KnownSourceStore(keyring: services.keyring).load(
        people, into: source, at: now, in: write)
      return source.id
    }
    invocation.output.line(KnownList.words(people.count) + ".")
  }

  private static func turn(_ to: String) -> Command<Services> {
    Command(
      ["known", to], summary: "turn a register \(to)",
      arguments: [
        .value("ORGANISATION", "its short word"), .value("KIND", "what it is of"),
      ]
    ) { invocation, services in
      try change(invocation, services, "casework.known-\(to)") { organisation, _, write in
        let source = try find(organisation, invocation, services, write)
        try KnownSourceStore(keyring: services.keyring).set(source, on: to == "on", in: write)
        return source.id
      }
      invocation.output.line("The register is \(to).")
    }
  }

  private static func find(
    _ organisation: ID<Organisation>, _ invocation: Invocation, _ services: Services, _ read: Read
  ) throws -> KnownSource {
    let all = try KnownSourceStore(keyring: services.keyring).all(read)
    let kind = invocation.value("KIND")
    let found = all.first { $0.organisation == organisation && $0.kind.rawValue == kind }
    guard let found else {
      throw UsageError("There is no such register. See: hamlet known list", argument: "KIND")
    }
    return found
  }

  /// Changes a register of the organisation that was named, and records it.
  private static func change(
    _ invocation: Invocation, _ services: Services, _ action: String,
    _ body: (ID<Organisation>, Instant, Write) throws -> ID<KnownSource>
  ) throws {
    let now = services.clock.now()
    let key = invocation.value("ORGANISATION")
    try services.database.write { write in
      guard let agency = try services.people.agencies(write).first(where: { $0.key == key }) else {
        throw UsageError("There is no organisation “\(key)”.", argument: "ORGANISATION")
      }
      let id = try body(agency.id, now, write)
      try services.audit.record(
        AuditEvent(actor: nil, action: action, subject: "register/\(id)", at: now), in: write)
    }
  }
}
