import Database
import Glibc
import TestKit
import Testing

/// The built program in a place of its own: a database, a key and uploads nobody else uses.
///
/// The test must carry the trait `.database`, which clears the place away.
struct Program {
  /// The database, as `HAMLET_DATABASE` names it.
  var address: String
  /// The folder everything but a database of PostgreSQL lies in.
  let folder: String
  /// What the program is told from outside.
  var environment: [String: String]

  /// A place with an empty database.
  init(_ engine: Engine = .sqlite) throws {
    let folder = try TemporaryFolder.ofCase().path
    let address = try TestDatabase.freshAddress(engine)
    self.init(at: address, in: folder)
  }

  /// A place that holds the demonstration of ``Site/day``.
  static func demonstration(_ engine: Engine = .sqlite) throws -> Program {
    try Prepared.program(engine)
  }

  init(at address: String, in folder: String) {
    (self.address, self.folder) = (address, folder)
    environment = [
      "HAMLET_DATABASE": address, "HAMLET_KEY_FILE": "\(folder)/keys/hamlet.key",
      "HAMLET_UPLOADS": "\(folder)/uploads", "HAMLET_FILES": "\(folder)/files", "HOME": folder,
      "LC_ALL": "C.UTF-8",
    ]
    let passed = [
      "PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS",
      "HAMLET_READER_UNCONFINED",
    ]
    for name in passed {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
  }

  /// The file of keys.
  var key: String { environment["HAMLET_KEY_FILE"] ?? "" }

  /// The file of the database, on SQLite.
  var path: String? { address.hasPrefix("sqlite:") ? String(address.dropFirst(7)) : nil }

  /// Runs a command to its end, or to the fault point it is to die at, such as `incidents.batch:2`.
  func run(_ arguments: String..., fault: String? = nil) throws -> Ended {
    try begin(arguments, fault: fault).ended()
  }

  /// Runs a command that must succeed; its standard output.
  @discardableResult
  func done(_ arguments: String...) throws -> String {
    let ended = try begin(arguments).ended()
    guard ended.status == 0 else {
      throw KitProblem.failed(arguments.joined(separator: " "), ended)
    }
    return ended.output
  }

  /// Runs a command that must succeed and print one JSON value.
  func json(_ arguments: String...) throws -> AnyJSON {
    let ended = try begin(arguments + ["--json"]).ended()
    guard ended.status == 0 else {
      throw KitProblem.failed(arguments.joined(separator: " "), ended)
    }
    return try AnyJSON(ended.output)
  }

  /// Whether the audit trail is whole, by the command that says so.
  func auditIsWhole() throws -> Bool { try json("audit", "verify")["intact"] == .bool(true) }

  /// Starts a command and lets it run.
  func begin(_ arguments: [String], fault: String? = nil, limits: String? = nil) throws -> Child {
    var environment = environment
    environment["HAMLET_FAULT"] = fault
    let hamlet = Program.beside("hamlet")
    // The shell sets the limits, as an operator would, and becomes the program.
    let words = limits.map { ["/bin/sh", "-c", "\($0); exec \"$@\"", "sh", hamlet] } ?? [hamlet]
    return try Child(words + arguments, environment: environment, folder: folder)
  }

  /// Serves the site while a journey goes on, then stops it by SIGTERM, which must end it well.
  @discardableResult
  func served<Result>(
    _ command: String = "serve", _ journey: (Site) throws -> Result
  ) throws -> Result {
    let site = try Site(self, command)
    let result = try journey(site)
    try site.stop()
    return result
  }

  /// Opens the database as another program would.
  @discardableResult
  func withDatabase<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let database = try TestDatabase.open(address)
    defer { database.close() }
    return try body(database)
  }

  /// One number out of the database.
  func number(_ sql: SQL) throws -> Int {
    try withDatabase { database in try database.read { read in try read.count(sql) } }
  }

  /// Writes a file into the folder and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "w") else { throw TestKitProblem.notStarted(path, errno) }
    defer { fclose(file) }
    fputs(text, file)
    return path
  }

  /// An executable beside the test bundle.
  static func beside(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:))
    let folder = String(decoding: own, as: UTF8.self).split(separator: "/").dropLast()
    return folder.map { "/" + $0 }.joined() + "/" + name
  }
}
