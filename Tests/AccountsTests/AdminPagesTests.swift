import Access
import Database
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("The administrator's pages", .database)
struct AdminPagesTests {
  static let paths = [
    "admin", "admin/accounts/add", "admin/accounts/1", "admin/organisations", "admin/audit",
  ]

  func get(
    _ borough: Borough, _ path: String, _ account: ID<Account>, _ role: Role
  ) throws -> Response? {
    let request = Request(.get, path: path.split(separator: "/").map { String($0) })
    return try borough.answer(request, as: account, role)
  }

  func post(
    _ borough: Borough, _ path: String, _ fields: [(String, String)], _ account: ID<Account>,
    _ role: Role = .administrator
  ) throws -> Response? {
    let request = Request(
      .post, path: path.split(separator: "/").map { String($0) }, form: Fields(fields))
    return try borough.answer(request, as: account, role)
  }

  @Test("are there for whom they are", arguments: Engine.tested, paths)
  func shown(engine: Engine, path: String) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator)
    #expect(try get(borough, path, admin, .administrator)?.status == 200)
  }

  @Test(
    "do not exist for anybody else", arguments: paths,
    [
      Role.manager, .officer, .analyst, .coordinator, .partner, .councillor,
    ])
  func hidden(path: String, role: Role) throws {
    let borough = try Borough(.sqlite)
    let id = try borough.account(role)
    #expect(try get(borough, path, id, role) == nil)
  }

  @Test(
    "change nothing for anybody else",
    arguments: [
      Role.manager, .officer, .analyst, .coordinator, .partner, .councillor, .auditor,
    ])
  func changes(role: Role) throws {
    let borough = try Borough(.sqlite)
    let id = try borough.account(role)
    for path in [
      "admin/accounts/add", "admin/accounts/1/change", "admin/accounts/1/state",
      "admin/accounts/1/link", "admin/accounts/1/second-factor", "admin/organisations",
    ] {
      #expect(try post(borough, path, [], id, role) == nil)
    }
    #expect(try borough.actions() == [])
  }

  @Test("add an account and show its link once", arguments: Engine.tested)
  func add(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator)
    let fields = [
      ("name", "Analyst <J>"), ("email", "analyst@thornmere.example"), ("role", "analyst"),
      ("organisation", borough.council.description),
    ]
    let response = try #require(try post(borough, "admin/accounts/add", fields, admin))
    #expect(response.words.contains("http://127.0.0.1:8080/link/"))
    #expect(try borough.actions() == ["account.added"])
    let list = try #require(try get(borough, "admin", admin, .administrator))
    #expect(list.words.contains("Analyst &lt;J&gt;"))
    let again = try #require(try post(borough, "admin/accounts/add", fields, admin))
    #expect(again.status == 422)
    #expect(again.words.contains("Another account has this email address"))
  }

  @Test("refuse an account with words for each field", arguments: Engine.tested)
  func refused(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator)
    let fields = [("name", " "), ("email", "x"), ("role", "king"), ("organisation", "99")]
    let words = try #require(try post(borough, "admin/accounts/add", fields, admin)).words
    for sentence in [
      "Enter the person&#39;s name", "Enter an email address", "Choose a role",
      "Choose an organisation",
    ] { #expect(words.contains(sentence)) }
  }

  @Test("disable an account, which is out at once", arguments: Engine.tested)
  func disable(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator, email: "admin@thornmere.example")
    let id = try borough.account()
    let token = try borough.session(of: id)
    let path = "admin/accounts/\(id)/state"
    let response = try post(borough, path, [("state", "disabled"), ("version", "2")], admin)
    #expect(response?.header("Location") == "/admin/accounts/\(id)?done=disabled")
    #expect(try borough.identify(token) == nil)
    #expect(try borough.signIn() == .refused)
    _ = try post(borough, path, [("state", "active"), ("version", "3")], admin)
    #expect(try borough.identify(token) == nil)
    #expect(try borough.signIn().stage == .full)
    #expect(
      try borough.actions() == [
        "account.disabled", "account.sign-in-refused", "account.enabled", "account.signed-in",
      ])
  }

  @Test("refuse a change on what somebody else changed meanwhile", arguments: Engine.tested)
  func stale(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator, email: "admin@thornmere.example")
    let id = try borough.account()
    func change(_ role: String, _ version: String) throws -> Response? {
      try post(
        borough, "admin/accounts/\(id)/change",
        [("role", role), ("organisation", borough.council.description), ("version", version)],
        admin)
    }
    #expect(try change("analyst", "2")?.status == 303)
    let response = try #require(try change("manager", "2"))
    #expect(response.status == 409)
    #expect(
      response.words.contains("Somebody else changed this account. You chose the role Manager"))
    #expect(response.words.contains("<dt>Role</dt><dd>Analyst</dd>"))
    #expect(try borough.actions() == ["account.changed"])
  }

  @Test("let no administrator disable or demote themselves", arguments: Engine.tested)
  func own(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator)
    #expect(throws: AccountsProblem.yourself) {
      try post(
        borough, "admin/accounts/\(admin)/state", [("state", "disabled"), ("version", "2")], admin)
    }
    #expect(throws: AccountsProblem.yourself) {
      try post(
        borough, "admin/accounts/\(admin)/change", [("role", "officer"), ("version", "2")], admin)
    }
  }

  @Test(
    "refuse a filter of the audit trail that is no account, no date, or runs backwards",
    arguments: [
      ([("who", "abc")], "Enter the number of an account, such as 2"),
      ([("from", "2026-02-30")], "Enter a date such as 2026-11-20"),
      (
        [("from", "2026-02-02"), ("to", "2026-02-01")], "The last day must not be before the first"
      ),
    ])
  func auditRefused(typed: [(String, String)], sentence: String) {
    #expect(AuditQuery.refusal(of: Fields(typed))?.entries.map(\.message) == [sentence])
  }

  @Test("show the audit trail with who did what, by filter", arguments: Engine.tested)
  func audit(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator, name: "Administrator A")
    let fields = [("key", "police"), ("name", "Thornmere Constabulary"), ("kind", "police")]
    #expect(try post(borough, "admin/organisations", fields, admin)?.status == 303)
    #expect(try post(borough, "admin/organisations", fields, admin)?.status == 422)
    let words = try #require(try get(borough, "admin/audit", admin, .administrator)).words
    #expect(words.contains("organisation.added"))
    #expect(words.contains("Administrator A"))
    let request = Request(
      .get, path: ["admin", "audit"], query: Fields([("action", "account.added")]))
    let filtered = try #require(try borough.answer(request, as: admin, .auditor)).words
    #expect(filtered.contains("No rows match"))
  }

  @Test("note who looked at an account", arguments: Engine.tested)
  func views(engine: Engine) throws {
    let borough = try Borough(engine)
    let admin = try borough.account(.administrator)
    _ = try get(borough, "admin/accounts/\(admin)", admin, .auditor)
    try borough.services.audit.views.flush(borough.services.audit, borough.services.database)
    #expect(try borough.actions() == ["account.viewed"])
  }
}
