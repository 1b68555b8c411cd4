import HTTP
import Partnership
import Testing

@Suite("A notice")
struct NoticesTests {
  @Test(
    "is carried to the next page, whatever its letters",
    arguments: [
      "The figures are saved.", "2 rows were refused: see “Refused rows”.",
      "50% & more; \"quoted\" /é",
    ])
  func carried(sentence: String) throws {
    let response = Notices.redirect(to: "/indicators", saying: sentence, isSecure: false)
    #expect(response.status == 303)
    let field = try #require(response.header("Set-Cookie"))
    let pair = String(field.prefix { $0 != ";" })
    let request = Request(path: ["indicators"], headers: ["cookie": pair])
    #expect(Notices.waiting(request) == sentence)
  }

  @Test(
    "is nothing where the cookie is missing, empty, too long or no notice",
    arguments: [
      nil, "hamlet-notice=", "hamlet-notice=plain", "hamlet-notice=/%zz",
      "hamlet-notice=/" + String(repeating: "a", count: 700),
    ])
  func ignored(cookie: String?) {
    let request = Request(headers: cookie.map { ["cookie": $0] } ?? [:])
    #expect(Notices.waiting(request) == nil)
  }
}
