import Kernel
import Testing

@testable import Secrets

@Suite("Sealing a value")
struct SealingTests {
  let keyring = Keyring.forTests()
  let row = ID<Thing>(7)

  @Test(
    "gives back what was sealed",
    arguments: ["", "Siân O’Neill", String(repeating: "x", count: 70_000)])
  func roundTrip(text: String) throws {
    let sealed = keyring.seal(Sensitive(text), table: "account", row: row, column: "name")
    #expect(sealed.count == text.utf8.count + 45)
    let opened = try keyring.open(sealed, table: "account", row: row, column: "name")
    #expect(opened.reveal(for: "test") == text)
  }

  @Test("gives other bytes each time")
  func fresh() {
    let seals = (0..<50).map { _ in
      keyring.seal(Sensitive("a"), table: "t", row: row, column: "c")
    }
    #expect(Set(seals).count == 50)
  }

  @Test("refuses a value moved to another row, column or table")
  func moved() {
    let sealed = keyring.seal(Sensitive("a"), table: "account", row: row, column: "name")
    #expect(throws: KeyringProblem.unsealable) {
      try keyring.open(sealed, table: "account", row: ID<Thing>(8), column: "name")
    }
    #expect(throws: KeyringProblem.unsealable) {
      try keyring.open(sealed, table: "account", row: row, column: "email")
    }
    #expect(throws: KeyringProblem.unsealable) {
      try keyring.open(sealed, table: "accountn", row: row, column: "ame")
    }
  }

  @Test("refuses a value with any one byte changed")
  func changed() {
    let sealed = keyring.seal(Sensitive("abc"), table: "t", row: row, column: "c")
    for index in sealed.indices {
      var other = sealed
      other[index] ^= 1
      #expect(throws: KeyringProblem.self) {
        try keyring.open(other, table: "t", row: row, column: "c")
      }
    }
  }

  @Test("refuses a value cut short at any length")
  func cut() {
    let sealed = keyring.seal(Sensitive("abc"), table: "t", row: row, column: "c")
    for count in 0..<sealed.count {
      #expect(throws: KeyringProblem.self) {
        try keyring.open(Array(sealed.prefix(count)), table: "t", row: row, column: "c")
      }
    }
  }

  @Test("names the version of the key it lacks")
  func unknownVersion() {
    var sealed = keyring.seal(Sensitive("a"), table: "t", row: row, column: "c")
    sealed[4] = 9
    #expect(throws: KeyringProblem.missing(version: 9)) {
      try keyring.open(sealed, table: "t", row: row, column: "c")
    }
  }

  @Test("refuses a value sealed with another key")
  func otherKey() {
    let sealed = Keyring.forTests(2).seal(Sensitive("a"), table: "t", row: row, column: "c")
    #expect(throws: KeyringProblem.unsealable) {
      try keyring.open(sealed, table: "t", row: row, column: "c")
    }
  }
}

@Suite("A keyed token")
struct TokenTests {
  let keyring = Keyring.forTests()

  @Test("is the same for the same text and purpose, and 32 bytes long")
  func stable() {
    #expect(keyring.token("a@b.example", for: "email").count == 32)
    #expect(
      keyring.token("a@b.example", for: "email") == keyring.token("a@b.example", for: "email"))
  }

  @Test("differs by text, by purpose and by key")
  func distinct() {
    let tokens = [
      keyring.token("a", for: "email"), keyring.token("b", for: "email"),
      keyring.token("a", for: "phone"), Keyring.forTests(2).token("a", for: "email"),
    ]
    #expect(Set(tokens).count == 4)
  }

  @Test("of fields differs when text moves between them")
  func fields() throws {
    let one = try keyring.token(of: [[1, 2], [3]], for: "chain", version: 1)
    let other = try keyring.token(of: [[1], [2, 3]], for: "chain", version: 1)
    #expect(one != other)
    #expect(throws: KeyringProblem.missing(version: 3)) {
      try keyring.token(of: [], for: "chain", version: 3)
    }
  }
}
