import Access
import HTTP
import Kernel
import Testing

@testable import Accounts

@Suite("The paths of accounts")
struct RouteTests {
  /// Reads a path as the server does.
  static func read<Result: Route>(_ path: String) -> Result? {
    let parts = path.split(separator: "?", maxSplits: 1)
    let query = parts.count > 1 ? try? Fields(urlEncoded: ArraySlice(parts[1].utf8)) : Fields()
    return Result(.get, parts[0].split(separator: "/").map { String($0) }, query ?? Fields())
  }

  static var auditQuery: AuditQuery {
    AuditQuery(
      Fields([
        ("who", "3"), ("action", "account.added"), ("subject", "account/3"),
        ("from", "2026-11-01"), ("to", "2026-11-20"), ("before", "40"),
      ]))
  }

  @Test(
    "of signing in read what they write",
    arguments: [
      EntryRoute.signIn(to: nil), .signIn(to: "/indicators?plan=1"), .code(to: nil),
      .code(to: "/admin"), .enrol(to: nil), .newPassword, .link(token: "abc-_X"), .signOut,
    ])
  func entry(route: EntryRoute) {
    #expect(Self.read(route.path) == route)
  }

  @Test(
    "of the administrator read what they write",
    arguments: [
      AdminRoute.first, .accounts(page: 3, .role), .add, .account(ID(7)), .change(ID(7)),
      .state(ID(7)), .link(ID(7)), .removeSecondFactor(ID(7)), .organisations,
      .audit(AuditQuery()), .audit(auditQuery),
    ])
  func admin(route: AdminRoute) {
    #expect(Self.read(route.path) == route)
  }

  @Test("of one's own account read what they write", arguments: OwnRoute.allCases)
  func own(route: OwnRoute) {
    #expect(Self.read(route.path) == route)
  }

  @Test(
    "that are none of these are not read",
    arguments: [
      "/sign-in/other", "/link", "/link/a/b", "/admin/accounts", "/admin/accounts/0",
      "/admin/accounts/x", "/admin/accounts/1/other", "/admin/other", "/account/other",
      "/account/password/more",
    ])
  func unknown(path: String) {
    #expect((Self.read(path) as EntryRoute?) == nil)
    #expect((Self.read(path) as AdminRoute?) == nil)
    #expect((Self.read(path) as OwnRoute?) == nil)
  }

  @Test(
    "lead after signing in nowhere but to this site",
    arguments: [
      ("/indicators", true), ("/a?b=c", true), ("//evil.example", false),
      ("https://evil.example", false), ("/\\evil.example", false), ("/a\r\nSet-Cookie: x", false),
      ("", false), ("indicators", false),
    ])
  func local(path: String, isTaken: Bool) {
    #expect((EntryRoute.local(path) != nil) == isTaken)
  }
}
