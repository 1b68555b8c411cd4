import Kernel
import Testing

@testable import Secrets

@Suite("Codes and tokens for others")
struct WebTokenTests {
  /// RFC 4231, test cases 1, 2 and 6.
  static let vectors: [(key: [UInt8], message: String, code: String)] = [
    (
      [UInt8](repeating: 0x0b, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ]

  @Test("are those of RFC 4231", arguments: vectors)
  func codes(key: [UInt8], message: String, code: String) {
    #expect(HMACSHA256.code(of: Array(message.utf8), key: key).hexadecimal == code)
  }

  @Test("are signed as RFC 7519 says")
  func token() {
    // Made with Python's hmac and base64 from the same claims and key.
    let token = WebToken.signed("{\"iss\":\"a\",\"iat\":1}", with: Sensitive("secret"))
    #expect(
      token
        == "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiaWF0IjoxfQ.yyKrtKCW46tOZGXeMztdaRpkkZya2VvdPotptnnwguE"
    )
  }
}
