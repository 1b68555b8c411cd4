import Access
import Database
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Accounts

@Suite("The store of accounts", .database)
struct StoreTests {
  @Test("finds an account by its address, however it is typed", arguments: Engine.tested)
  func find(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account()
    let typed = try #require(EmailAddress(" OFFICER@thornmere.example"))
    let found = try borough.database.read { try borough.accounts.accounts.find(typed, $0) }
    #expect(found?.id == id)
    #expect(found?.name.reveal(for: "test") == "Officer D")
    #expect(found?.email.reveal(for: "test") == "officer@thornmere.example")
  }

  @Test("keeps no name and no address in the clear", arguments: Engine.tested)
  func sealed(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    let kept = try borough.database.read { read in
      try read.first("SELECT name, email, email_token FROM account") { row in
        try row.bytes() + row.bytes() + row.bytes()
      }
    }
    let text = String(decoding: try #require(kept), as: UTF8.self).lowercased()
    #expect(text.range(of: "officer") == nil)
    #expect(text.range(of: "thornmere") == nil)
  }

  @Test("refuses a second account of one address", arguments: Engine.tested)
  func taken(engine: Engine) throws {
    let borough = try Borough(engine)
    try borough.account()
    #expect(throws: AccountsProblem.emailTaken) {
      try borough.account(email: "Officer@THORNMERE.example")
    }
  }

  @Test(
    "finds an account after the key was rotated, and refuses its address twice",
    arguments: Engine.tested)
  func rotated(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let borough = try Borough(engine, keyring: keyring)
    let id = try borough.account()
    try keyring.rotate(at: borough.now)
    let email = try #require(EmailAddress("officer@thornmere.example"))
    #expect(try borough.database.read { try borough.accounts.accounts.find(email, $0) }?.id == id)
    #expect(throws: AccountsProblem.emailTaken) { try borough.account() }
  }

  @Test("refuses a change on a version that has passed", arguments: Engine.tested)
  func stale(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(hash: nil)
    func change(_ version: Int) throws {
      try borough.database.write { write in
        try borough.accounts.accounts.change(
          id, role: .analyst, organisation: borough.council, version: version, in: write)
      }
    }
    try change(1)
    #expect(throws: DatabaseError.stale) { try change(1) }
    try change(2)
  }

  @Test("lists page by page in the order asked for", arguments: Engine.tested)
  func listing(engine: Engine) throws {
    let borough = try Borough(engine)
    for number in 1...(AccountStore.pageSize + 3) {
      try borough.account(
        number.isMultiple(of: 2) ? .officer : .analyst, email: "a\(number)@thornmere.example",
        hash: nil)
    }
    func page(_ number: Int, _ order: AccountOrder) throws -> [AccountLine] {
      try borough.database.read { try borough.accounts.accounts.page(number, by: order, $0) }
    }
    #expect(try page(1, .newest).count == AccountStore.pageSize)
    #expect(try page(2, .newest).count == 3)
    #expect(try page(3, .newest).isEmpty)
    #expect(try page(1, .newest).first?.account.id == ID(Int64(AccountStore.pageSize + 3)))
    #expect(try page(1, .role).first?.account.role == .analyst)
    for order in AccountOrder.allCases { #expect(try page(2, order).count == 3) }
  }

  @Test(
    "remembers whether it is the demonstration, and the partnership's name",
    arguments: Engine.tested)
  func settings(engine: Engine) throws {
    let borough = try Borough(engine)
    #expect(try !borough.database.read(AccountsStore.isDemonstration))
    #expect(try borough.database.read(AccountsStore.isEmpty))
    try borough.database.write { write in
      try AccountsStore.markDemonstration(in: write)
      try AccountsStore.name(partnership: "One", in: write)
      try AccountsStore.name(partnership: "Two", in: write)
    }
    #expect(try borough.database.read(AccountsStore.isDemonstration))
    #expect(try borough.database.read(AccountsStore.facts).partnership == "Two")
    try borough.account()
    #expect(try !borough.database.read(AccountsStore.isEmpty))
  }

  @Test("gives and takes duties once, and records each", arguments: Engine.tested)
  func duties(engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(.manager)
    let people = borough.services.people
    let change = DutyChange(
      .priorityLead, for: "priority/3", account: id, by: nil, at: borough.now)
    try borough.database.write { write in
      try people.assign(change, write)
      try people.assign(change, write)
    }
    let held = try borough.database.read { read in
      (
        try people.holds(.priorityLead, for: "priority/3", id, in: read),
        try people.subjects(.priorityLead, id, read), try people.name(of: id, in: read)
      )
    }
    #expect(held.0)
    #expect(held.1 == ["priority/3"])
    #expect(held.2?.reveal(for: "test") == "Officer D")
    try borough.database.write { write in
      try people.release(change, write)
      try people.release(change, write)
    }
    #expect(try borough.database.read { try people.holders(.priorityLead, "priority/3", $0) } == [])
    #expect(try borough.actions() == ["account.duty-given", "account.duty-taken"])
  }

  @Test("names the active people of some roles", arguments: Engine.tested)
  func people(engine: Engine) throws {
    let borough = try Borough(engine)
    let officer = try borough.account()
    let analyst = try borough.account(.analyst, email: "b@thornmere.example")
    try borough.account(.auditor, email: "c@thornmere.example")
    func ids() throws -> [ID<Account>] {
      try borough.database.read {
        try borough.services.people.people([.officer, .analyst], $0).map(\.id)
      }
    }
    #expect(try ids() == [officer, analyst])
    try borough.database.write { write in
      let version = try borough.accounts.accounts.find(officer, write)?.version ?? 0
      try borough.accounts.accounts.set(.disabled, of: officer, version: version, in: write)
    }
    #expect(try ids() == [analyst])
    #expect(try borough.database.read { try borough.services.people.agencies($0) }.count == 1)
  }
}
