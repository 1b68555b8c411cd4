import Database
import Glibc
import TestKit
import Testing

@Suite("hamlet check", .database)
struct CheckJourneys {
  /// What is wrong, and what check must say of it.
  enum Fault: String, CaseIterable, CustomTestStringConvertible {
    case keyBesideDatabase = "The key lies beside the database"
    case keyForAll = "HAMLET_KEY_FILE"
    case openToAll = "can be reached from outside without TLS"
    case plainAddress = "is not https"
    case noReader = "hamlet-reader is not at"
    case badMail = "HAMLET_MAIL is “mail.example.org”"
    case noMail = "The mail server cannot be reached"
    case noUploads = "cannot be written"
    case noDatabase = "The database cannot be reached"
    case olderSchema = "run hamlet migrate"

    var testDescription: String { rawValue }
  }

  @Test("finds a fit machine fit, and says what it is not for yet", arguments: Engine.tested)
  func fit(engine: Engine) throws {
    let program = try Program(engine)
    try program.done("account", "list")
    let ended = try program.run("check")
    #expect(ended.status == 0, "\(ended)")
    #expect(ended.output.contains("Not yet for real personal data"))
    #expect(!ended.output.contains("FAULT"))
  }

  @Test("says nothing of the kind once a second factor is required")
  func ready() throws {
    var program = try Program()
    program.environment["HAMLET_SECOND_FACTOR"] = "required"
    try program.done("account", "list")
    let ended = try program.run("check")
    #expect(!ended.output.contains("Not yet for real personal data"))
    #expect(ended.output.contains("A second factor is required, records have times"))
  }

  @Test("fails on each fault, in words", arguments: Fault.allCases)
  func faults(fault: Fault) throws {
    var program = try Program()
    try program.done("account", "list")
    var arguments = ["check"]
    switch fault {
    case .keyBesideDatabase:
      let folder = (program.path ?? "").split(separator: "/").dropLast().map { "/" + $0 }.joined()
      rename(program.key, "\(folder)/hamlet.key")
      program.environment["HAMLET_KEY_FILE"] = "\(folder)/hamlet.key"
    case .keyForAll: chmod(program.key, 0o644)
    case .openToAll: arguments += ["--listen", "0.0.0.0:8080"]
    case .plainAddress: program.environment["HAMLET_PUBLIC_URL"] = "http://safety.example.org"
    case .noReader: program.environment["HAMLET_READER"] = "/nowhere/hamlet-reader"
    case .badMail: program.environment["HAMLET_MAIL"] = "mail.example.org"
    case .noMail:
      program.environment["HAMLET_MAIL"] = "smtps://127.0.0.1:1"
      program.environment["HAMLET_MAIL_FROM"] = "safety@example.org"
    case .noUploads: program.environment["HAMLET_UPLOADS"] = "/proc/nowhere"
    case .noDatabase:
      program.environment["HAMLET_DATABASE"] = "postgres://hamlet:x@127.0.0.1:1/hamlet"
    case .olderSchema:
      try program.withDatabase { database in
        try database.write { write in
          try write.run("DELETE FROM migration WHERE name LIKE 'indicators%'")
        }
      }
    }
    let ended = try program.begin(arguments).ended()
    #expect(ended.status == 1, "\(ended)")
    #expect(ended.output.contains("FAULT"))
    if fault != .keyForAll { #expect(ended.output.contains(fault.rawValue), "\(ended.output)") }
    #expect(ended.messages.contains("1 fault"), "\(ended)")
  }
}
