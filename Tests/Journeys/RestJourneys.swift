import Database
import Documents
import FoundationEssentials
import Kernel
import TestKit
import Testing

@Suite("What lies on the disk", .database)
struct RestJourneys {
  /// One word for each thing told, so that a find says where it came from.
  private static let planted: [(field: String, word: String)] = [
    ("narrative", "Quaggamire"), ("place", "Okapifold"), ("name", "Zebedeeward"),
    ("email", "narwhalton@planted.example"), ("address", "Capybarrow"), ("safety", "Axolotlane"),
    ("subject-name", "Pangolinson"), ("subject-vehicle", "Tapirgreen"), ("note", "Dugongthorpe"),
    ("said", "Kakapohurst"), ("person", "Wombatley"), ("task", "Numbatwick"),
    ("reason", "Quokkaford"),
  ]
  private static let phone = "07700900457"

  private func word(_ field: String) -> String {
    Self.planted.first { $0.field == field }?.word ?? ""
  }

  @Test(
    "holds nothing of what somebody told, nor does a backup of it or the log",
    arguments: Engine.tested)
  func rest(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    let (log, journals) = try program.served("demo") { site in
      let officer = try site.demonstrated("officer")
      let file = try tell(officer)
      let page = try officer.get(file)
      for field in ["note", "said", "person", "task"] {
        #expect(page.text.contains(word(field)), "\(field) was not kept")
      }
      return (site.log, try writtenAhead(of: program))
    }
    #expect(program.path == nil || journals.contains { !$0.1.isEmpty })
    var places: [(String, [UInt8])] = [("log", Array(log.utf8))] + journals
    places += try files(in: program.folder)
    if let path = program.path {
      places += try files(in: path.split(separator: "/").dropLast().map { "/\($0)" }.joined())
    }
    places.append(("backup", try backup(of: program, engine)))
    if let path = program.path {
      #expect(places.contains { path.hasSuffix("/" + $0.0) && $0.1.count > 1_000_000 })
    }
    let words = Self.planted.map(\.word) + [Self.phone, spaced(Self.phone)]
    for (name, bytes) in places {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      for word in words {
        let plain = word.lowercased()
        // A dump writes bytes in hexadecimal figures.
        let hex = word.utf8.map { String($0, radix: 16) }.joined()
        #expect(!text.contains(plain) && !text.contains(hex), "\(word) in \(name)")
      }
    }
  }

  private func spaced(_ phone: String) -> String { "\(phone.prefix(5)) \(phone.suffix(6))" }

  /// A report taken by telephone, decided about and worked on; the path of its case.
  private func tell(_ officer: Visitor) throws -> String {
    try officer.get("/reports/new")
    let taken = try officer.post(
      "/reports/new",
      [
        ("once", officer.last.hidden("once") ?? ""), ("channel", "phone"), ("kind", "rowdy"),
        ("place", "\(word("place")) yard"), ("day", "yesterday"), ("hour", "1"),
        ("minutes", "60"), ("narrative", word("narrative")), ("identity", "named"),
        ("name", word("name")), ("phone", Self.phone), ("email", word("email")),
        ("subject-address", word("address")), ("way", "phone"), ("safety", word("safety")),
        ("subject-name", word("subject-name")), ("subject-vehicle", word("subject-vehicle")),
      ])
    let report = String(try #require(taken.text.firstMatch(of: /TM-[0-9A-Z]{4}-[0-9A-Z]{4}/)).0)
    try officer.get("/work/triage/\(report)")
    try officer.post(
      "/work/triage/\(report)",
      [
        ("decision", "asb"), ("reason", word("reason")), ("priority", "2"),
        ("title", "Noise in a yard"), ("step", "decide"),
      ])
    let file = try #require(officer.last.headers["location"])
    for (act, fields) in [
      ("note", [("kind", "fact"), ("note", word("note"))]),
      ("contact", [("with", "By telephone"), ("said", word("said"))]),
      ("person", [("part", "subject"), ("name", word("person"))]),
      (
        "action",
        [
          ("task", word("task")), ("agency", "1"), ("due-day", "1"), ("due-month", "12"),
          ("due-year", "2030"),
        ]
      ),
    ] {
      try officer.get(file)
      let answer = try officer.post("\(file)/\(act)", fields)
      #expect(answer.status == 303, "\(act) \(answer.status)")
    }
    return file
  }

  /// What is written ahead of the file of a database, which is gone once the program has stopped.
  private func writtenAhead(of program: Program) throws -> [(String, [UInt8])] {
    guard let path = program.path else { return [] }
    return try files(in: path.split(separator: "/").dropLast().map { "/\($0)" }.joined())
      .filter { $0.0.hasSuffix("-wal") || $0.0.hasSuffix("-journal") }
      .map { ("served \($0.0)", $0.1) }
  }

  /// Every file of a folder but those of keys.
  private func files(in folder: String) throws -> [(String, [UInt8])] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { !$0.hasPrefix("keys/") }
      .compactMap { name in (try? bytes(of: "\(folder)/\(name)")).map { (name, $0) } }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try FileBytes.read(path) { bytes += $0 }
    return bytes
  }

  private func backup(of program: Program, _ engine: Engine) throws -> [UInt8] {
    if let path = program.path {
      let copy = "\(program.folder)/backup.sqlite"
      let ended = try Child(
        ["/usr/bin/env", "python3", "-c", Self.copying, path, copy],
        environment: program.environment, folder: program.folder
      ).ended()
      #expect(ended.status == 0, "\(ended)")
      return try bytes(of: copy)
    }
    let ended = try Child(
      ["/usr/bin/env", "pg_dump", program.address], environment: program.environment,
      folder: program.folder
    ).ended()
    #expect(ended.status == 0, "\(ended.messages)")
    return Array(ended.output.utf8)
  }

  private static let copying = """
    from sqlite3 import connect
    from sys import argv
    connect(argv[1]).backup(connect(argv[2]))
    """
}
