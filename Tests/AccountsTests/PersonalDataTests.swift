import Access
import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Accounts

@Suite("What accounts keep about somebody who asks", .database)
struct PersonalDataTests {
  @Test(
    "is found by every word of their name, in any order",
    arguments: [
      ("Officer Dee", 1), ("dee OFFICER", 1), ("Dee", 1), ("Officer Dee Longer", 0), ("", 0),
      ("Manager", 0),
    ], Engine.tested)
  func find(name: (String, Int), engine: Engine) throws {
    let borough = try Borough(engine)
    let id = try borough.account(name: "Officer Dee")
    let source = AccountPersonalData.source
    let found = try borough.database.read {
      try source.find(Sensitive(name.0), borough.services, $0)
    }
    #expect(found.count == name.1)
    guard let one = found.first else { return }
    #expect(one.id == id.rawValue && one.title == "Account at Thornmere Council")
    let record = try #require(
      try borough.database.read { try source.record(one.id, borough.services, $0) })
    let words = record.things.flatMap(\.lines).map { $0.words.reveal(for: "test") }
    #expect(words.contains("officer@thornmere.example") && words.contains("None"))
    #expect(record.things.map(\.isTheirs) == [true])
    let none = try borough.database.read { try source.record(99, borough.services, $0) }
    #expect(none == nil)
  }
}
