import Database
import Glibc
import Kernel
import TestKit
import Testing

@Suite("A process killed while it writes") struct KilledProcessTests {
  private static let schema = [
    Migration(feature: "note", number: 1, text: "CREATE TABLE note (n {i64} PRIMARY KEY) {strict};")
  ]

  @Test(
    "loses nothing it had acknowledged", .database,
    arguments: Engine.tested, ["database.before-commit:20", "database.after-commit:20"])
  func killed(engine: Engine, fault: String) async throws {
    let database = try TestDatabase(engine, migrations: Self.schema)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let acknowledged = folder.path + "/acknowledged"
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        address = database.address as String, fault = fault as String,
        acknowledged = acknowledged as String
      ] in
      setenv("HAMLET_FAULT", fault, 1)
      try writeUntilKilled(to: address, acknowledging: acknowledged)
    }
    let told = Set(try readNumbers(acknowledged))
    let kept = Set(
      try database.read { try $0.all("SELECT n FROM note") { row in try row.int() } })
    #expect(told.count > 5)
    #expect(told.isSubset(of: kept))
    #expect(kept.count <= told.count + writers)
    guard engine == .sqlite else { return }
    let verdict = try database.write { write in
      try write.first("PRAGMA integrity_check") { row in try row.text() }
    }
    #expect(verdict == "ok")
  }
}

private let writers = 8

/// Writes numbers on several threads; each that was acknowledged is added to a file.
private func writeUntilKilled(to address: String, acknowledging path: String) throws {
  let database = try TestDatabase.open(address)
  let file = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
  JoinableThread.concurrently(writers) { thread in
    for turn in 0..<1000 {
      let number = thread * 1000 + turn
      guard (try? database.write({ try $0.run("INSERT INTO note (n) VALUES (\(number))") })) != nil
      else { continue }
      let line = Array("\(number)\n".utf8)
      _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
  }
}

private func readNumbers(_ path: String) throws -> [Int] {
  let file = try #require(fopen(path, "r"))
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").compactMap {
    Int($0)
  }
}
