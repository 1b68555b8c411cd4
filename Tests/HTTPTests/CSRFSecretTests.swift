import HTTP
import Testing

@Suite("The secret of forms")
struct CSRFSecretTests {
  @Test("is accepted under every mask")
  func accepted() {
    let secret = CSRFSecret()
    let tokens = (0..<20).map { _ in secret.token() }
    #expect(Set(tokens).count == 20)
    #expect(tokens.allSatisfy { $0.count == 128 && secret.accepts($0) })
  }

  @Test("is masked with the random bytes it is given")
  func masked() {
    let secret = CSRFSecret { Array(repeating: 0x0F, count: $0) }
    let token = secret.token { Array(repeating: 0xFF, count: $0) }
    #expect(
      token == String(repeating: "ff", count: 32) + String(repeating: "f0", count: 32))
    #expect(secret.accepts(token))
  }

  @Test(
    "refuses anything else",
    arguments: [
      nil, "", "ff", String(repeating: "0", count: 128), String(repeating: "g", count: 128),
      CSRFSecret().token(), CSRFSecret().token() + "00",
    ])
  func refused(token: String?) { #expect(!CSRFSecret().accepts(token)) }

  @Test("refuses a token with one character changed", arguments: [0, 63, 64, 127])
  func changed(index: Int) {
    let secret = CSRFSecret()
    var token = Array(secret.token())
    token[index] = token[index] == "0" ? "1" : "0"
    #expect(!secret.accepts(String(token)))
  }

  @Test("is kept as 32 bytes")
  func kept() {
    let secret = CSRFSecret()
    #expect(CSRFSecret(bytes: secret.bytes) == secret)
    #expect(CSRFSecret(bytes: [1, 2, 3]) == nil)
  }
}
