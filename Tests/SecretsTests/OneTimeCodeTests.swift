import Kernel
import Testing

@testable import Secrets

@Suite("One-time codes")
struct OneTimeCodeTests {
  static let key = Array("12345678901234567890".utf8)

  static func at(_ seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }

  @Test(
    "are those of RFC 6238, appendix B (SHA-1)",
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
      (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)])
  func vectors(seconds: Int64, code: String) {
    #expect(OneTimeCode(key: Self.key, digits: 8).code(at: Self.at(seconds)) == code)
  }

  @Test("have six digits, the last six of the eight")
  func sixDigits() {
    #expect(OneTimeCode(key: Self.key).code(at: Self.at(59)) == "287082")
  }

  @Test(
    "are taken one step early and one step late, not two",
    arguments: [
      (-2, false), (-1, true), (0, true), (1, true), (2, false),
    ] as [(Int64, Bool)])
  func drift(steps: Int64, accepted: Bool) {
    let code = OneTimeCode(key: Self.key)
    let now = Self.at(1_800_000_000)
    let typed = code.code(at: now.adding(seconds: Double(steps * 30)))
    #expect((code.verify(typed, at: now, after: nil) != nil) == accepted)
  }

  @Test("are taken once: a used step and those before it are refused")
  func reuse() throws {
    let code = OneTimeCode(key: Self.key)
    let now = Self.at(1_800_000_000)
    let step = try #require(code.verify(code.code(at: now), at: now, after: nil))
    #expect(code.verify(code.code(at: now), at: now, after: step) == nil)
    let before = code.code(at: now.adding(seconds: -30))
    #expect(code.verify(before, at: now, after: step) == nil)
    let next = now.adding(seconds: 30)
    #expect(code.verify(code.code(at: next), at: next, after: step) == step + 1)
  }

  @Test(
    "are taken with spaces and refused otherwise misspelt",
    arguments: [
      ("287 082", true), (" 287082 ", true), ("28708", false), ("2870822", false), ("", false),
      ("２８７０８２", false),
    ])
  func spelling(typed: String, accepted: Bool) {
    let code = OneTimeCode(key: Self.key)
    #expect((code.verify(typed, at: Self.at(59), after: nil) != nil) == accepted)
  }

  @Test(
    "come from a secret in base32 (RFC 4648, section 10)",
    arguments: [
      ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
      ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
  func base32Vectors(text: String, encoded: String) {
    #expect(base32(Array(text.utf8)) == encoded)
    #expect(decodedBase32(encoded.lowercased() + "=") == Array(text.utf8))
  }

  @Test("need a readable secret")
  func secrets() {
    #expect(OneTimeCode(secret: "not base32!") == nil)
    #expect(OneTimeCode(secret: "") == nil)
    let secret = OneTimeCode.newSecret()
    #expect(secret.count == 32)
    #expect(OneTimeCode(secret: secret) != nil)
    #expect(OneTimeCode.newSecret() != secret)
  }

  @Test("are offered to an authenticator with issuer and account")
  func address() {
    let uri = OneTimeCode.uri(secret: "MZXW6", issuer: "Thornmere CSP", account: "a@b.example")
    #expect(
      uri == "otpauth://totp/Thornmere%20CSP:a%40b.example?secret=MZXW6&issuer=Thornmere%20CSP")
  }
}

@Suite("Secret tokens")
struct SecretTokenTests {
  @Test("are 256 bits of base64url and never the same twice")
  func random() {
    let tokens = (0..<200).map { _ in SecretToken.random() }
    #expect(Set(tokens).count == 200)
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    #expect(tokens.allSatisfy { $0.count == 43 && allowed.isSuperset(of: $0) })
  }

  @Test("are kept as their BLAKE2b hash")
  func hash() {
    #expect(SecretToken.hash("abc").count == 32)
    // BLAKE2b-256 of "abc", as b2sum -l 256 prints it.
    #expect(
      SecretToken.hash("abc").prefix(8)
        == [0xbd, 0xdd, 0x81, 0x3c, 0x63, 0x42, 0x39, 0x72])
  }

  @Test("written for people have three groups of four unambiguous letters")
  func codes() {
    for _ in 0..<100 {
      let parts = SecretToken.code().split(separator: "-")
      #expect(parts.map(\.count) == [4, 4, 4])
      #expect(!parts.joined().contains { "ILOU".contains($0) })
    }
  }

  @Test(
    "are compared whole",
    arguments: [
      ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "ab", false), ("", "a", false),
    ])
  func comparison(left: String, right: String, equal: Bool) {
    #expect(equalInConstantTime(left, right) == equal)
  }
}
