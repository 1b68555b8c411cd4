import Glibc
import Kernel
import Testing

@testable import Secrets

@Suite("The key file")
struct KeyringFileTests {
  let folder: String
  let now = Instant(milliseconds: 1_800_000_000_000)

  init() throws {
    var template = Array("/tmp/hamlet-keys-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var path: String { folder + "/keys" }

  func mode(_ path: String) -> UInt32 {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o777
  }

  @Test("is made readable by its owner alone")
  func created() throws {
    let keyring = try Keyring.create(path, at: now)
    #expect(mode(path) == 0o600)
    #expect(keyring.version == 1)
    #expect(keyring.made == now)
  }

  @Test("is never overwritten")
  func overwriting() throws {
    let token = try Keyring.create(path, at: now).token("a", for: "test")
    #expect(throws: KeyringProblem.exists(path)) { try Keyring.create(path, at: now) }
    #expect(try Keyring.load(path).token("a", for: "test") == token)
  }

  @Test("is refused while others may read it", arguments: [0o640, 0o604, 0o620, 0o666])
  func exposed(mode: UInt32) throws {
    _ = try Keyring.create(path, at: now)
    chmod(path, mode)
    #expect(throws: KeyringProblem.exposed(path)) { try Keyring.load(path) }
  }

  @Test(
    "is refused when it is no whole key file",
    arguments: [
      "", "hamlet keys 1\n", "something else\n",
      "hamlet keys 1\n1 2026-11-20T09:00:00.000Z abcd\n",
      "hamlet keys 1\nx 2026-11-20T09:00:00.000Z "
        + String(repeating: "0", count: 64) + "\n",
      "hamlet keys 1\n2 2026-11-20T09:00:00.000Z " + String(repeating: "0", count: 64)
        + "\n1 2026-11-20T09:00:00.000Z " + String(repeating: "0", count: 64) + "\n",
    ])
  func damaged(text: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    write(descriptor, text, text.utf8.count)
    close(descriptor)
    #expect(throws: KeyringProblem.damaged(path)) { try Keyring.load(path) }
  }

  @Test("says what to do when it is not there")
  func missing() {
    let problem = #expect(throws: KeyringProblem.self) { try Keyring.load(path) }
    #expect(problem?.message.contains("hamlet key new") == true)
  }

  @Test("keeps what was sealed before a rotation readable, and seals under the new version")
  func rotation() throws {
    let keyring = try Keyring.create(path, at: now)
    let old = keyring.seal(Sensitive("before"), table: "t", row: ID<Thing>(1), column: "c")
    #expect(try keyring.rotate(at: now.adding(seconds: 5)) == 2)
    let new = keyring.seal(Sensitive("after"), table: "t", row: ID<Thing>(1), column: "c")
    #expect(keyring.sealedVersion(old) == 1)
    #expect(keyring.sealedVersion(new) == 2)
    let reloaded = try Keyring.load(path)
    #expect(mode(path) == 0o600)
    #expect(reloaded.version == 2)
    for (sealed, text) in [(old, "before"), (new, "after")] {
      let opened = try reloaded.open(sealed, table: "t", row: ID<Thing>(1), column: "c")
      #expect(opened.reveal(for: "test") == text)
    }
    #expect(keyring.tokens("a", for: "p").count == 2)
    #expect(keyring.tokens("a", for: "p").first == keyring.token("a", for: "p"))
  }

  @Test("is followed by a process that had read it before a rotation")
  func following() throws {
    let early = try Keyring.create(path, at: now)
    try Keyring.load(path).rotate(at: now)
    sleep(1)
    #expect(early.version == 2)
  }

  @Test("opens at once what another process sealed under a version just made")
  func atOnce() throws {
    let early = try Keyring.create(path, at: now)
    let other = try Keyring.load(path)
    try other.rotate(at: now)
    let sealed = other.seal(Sensitive("new"), table: "t", row: ID<Thing>(1), column: "c")
    let opened = try early.open(sealed, table: "t", row: ID<Thing>(1), column: "c")
    #expect(opened.reveal(for: "test") == "new")
  }

  @Test("is left as it was by a process that cannot read its new state")
  func keeping() throws {
    let early = try Keyring.create(path, at: now)
    unlink(path)
    sleep(1)
    #expect(early.version == 1)
  }
}

enum Thing {}
