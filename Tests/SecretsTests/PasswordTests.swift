import Glibc
import Kernel
import Testing

@testable import Secrets

@Suite("Passwords")
struct PasswordTests {
  @Test("verify against their own hash and no other")
  func verify() throws {
    let hash = try Passwords.hash("correct horse battery", cost: .least)
    #expect(hash.hasPrefix("$argon2id$v=19$"))
    #expect(try Passwords.verify("correct horse battery", hash))
    #expect(try !Passwords.verify("correct horse batterY", hash))
    #expect(try !Passwords.verify("", hash))
    #expect(try !Passwords.verify("correct horse battery", "not a hash"))
  }

  @Test("are salted: the same password gives another hash each time")
  func salted() throws {
    #expect(
      try Passwords.hash("the same password", cost: .least)
        != Passwords.hash("the same password", cost: .least))
  }

  @Test("ask for a new hash when the cost has changed")
  func rehash() throws {
    let hash = try Passwords.hash("the same password", cost: .least)
    #expect(Passwords.needsRehash(hash))
    #expect(!Passwords.needsRehash(hash, cost: .least))
    #expect(Passwords.needsRehash("not a hash"))
  }
}

@Suite("The gate before the passwords")
struct GateTests {
  @Test("lets two through at once and never three")
  func counting() throws {
    let gate = Gate(places: 2, queue: 100)
    let inside = Guarded((now: 0, most: 0))
    JoinableThread.concurrently(12) { _ in
      try? gate.pass {
        inside.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
        inside.broadcast()
        _ = inside.wait(seconds: 5) { $0.most > 1 ? true : nil }
        inside.withLock { $0.now -= 1 }
      }
    }
    #expect(inside.withLock { $0.most } == 2)
    #expect(inside.withLock { $0.now } == 0)
  }

  @Test("turns away who would have to wait too long")
  func busy() throws {
    let gate = Gate(places: 1, queue: 0)
    let blocked = Guarded(false)
    try gate.pass {
      let error = #expect(throws: PasswordsBusy.self) { try gate.pass {} }
      blocked.withLock { $0 = error != nil }
    }
    #expect(blocked.withLock { $0 })
    try gate.pass {}
  }
}
