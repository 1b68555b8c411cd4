import Documents
import Kernel
import TestKit
import Testing

@Suite("A virus scan", .database)
struct VirusScannerTests {
  private func scan(
    _ reply: String?, size: Int = 200_000
  ) throws -> (VirusScanner.Finding, received: Int) {
    let folder = try TemporaryFolder.ofCase().path
    let daemon = try ScannerStandIn(in: folder, reply: reply)
    defer { daemon.stop() }
    let file = try ScratchFile(in: folder)
    try [UInt8](repeating: 1, count: size).withUnsafeBytes { try file.append($0) }
    let finding = try VirusScanner(socket: daemon.path, seconds: 1).scan(file)
    return (finding, daemon.received.withLock { $0 })
  }

  @Test("streams the whole file and understands the answer")
  func answers() throws {
    #expect(try scan("stream: OK") == (.clean, 200_000))
    #expect(
      try scan("stream: Eicar-Test-Signature FOUND").0 == .found("Eicar-Test-Signature"))
  }

  @Test(
    "fails in words where there is no clear answer",
    arguments: [
      ("INSTREAM size limit exceeded. ERROR", ScanProblem.tooLarge),
      ("stream: Can't allocate memory ERROR", .refused), ("nonsense", .refused), ("", .silent),
    ])
  func failing(reply: String, problem: ScanProblem) {
    #expect(throws: problem) { try scan(reply) }
  }

  @Test("does not wait for ever")
  func silent() { #expect(throws: ScanProblem.silent) { try scan(nil) } }

  @Test("says that nothing listens")
  func unreachable() throws {
    let folder = try TemporaryFolder.ofCase().path
    let file = try ScratchFile(in: folder)
    for path in [folder + "/none", folder + "/" + String(repeating: "x", count: 200)] {
      #expect(throws: ScanProblem.unreachable) { try VirusScanner(socket: path).scan(file) }
      #expect(!VirusScanner(socket: path).answers)
    }
    let daemon = try ScannerStandIn(in: folder, reply: "stream: OK")
    defer { daemon.stop() }
    #expect(VirusScanner(socket: daemon.path).answers)
  }
}
