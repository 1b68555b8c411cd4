import HTTP
import Testing

@Suite("Cookies")
struct CookieTests {
  @Test(
    "are read by their name",
    arguments: [
      ("session=abc", "abc"), ("a=1; session=abc; b=2", "abc"), ("session=", ""),
      ("session=a=b", "a=b"), ("xsession=1", nil), ("session", nil), ("", nil),
      ("session=first; session=second", "first"), ("a=1;session=x", "x"),
    ] as [(String, String?)])
  func read(header: String, value: String?) {
    #expect(Request(headers: ["cookie": header]).cookie("session") == value)
  }

  @Test("are none without the field")
  func none() { #expect(Request().cookie("session") == nil) }

  @Test(
    "are written HttpOnly and SameSite",
    arguments: [
      (
        Cookie("__Host-session", "abc", isSecure: true),
        "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure"
      ),
      (
        Cookie("session", "", seconds: 0, isSecure: false),
        "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
      ),
    ])
  func written(cookie: Cookie, field: String) {
    #expect(Response.text("").setting(cookie).header("set-cookie") == field)
  }
}
