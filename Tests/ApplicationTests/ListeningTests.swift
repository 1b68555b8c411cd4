import Partnership
import Testing

@testable import Application

@Suite("The address of links")
struct ListeningTests {
  @Test(
    "is the place listened at, unless told another",
    arguments: [
      (nil, "127.0.0.1:8123", "http://127.0.0.1:8123"),
      (nil, "[::1]:8123", "http://[::1]:8123"),
      (nil, "0.0.0.0:8123", "http://127.0.0.1:8080"),
      ("https://safer.example", "127.0.0.1:8123", "https://safer.example"),
    ])
  func listening(told: String?, listen: String, expected: String) throws {
    let environment = Environment.read { $0 == "HAMLET_PUBLIC_URL" ? told : nil }
    let served = environment.listening(at: try ListenAddress(listen))
    #expect(served.settings.publicURL == expected)
  }
}
