import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Orders

@Suite("What the register keeps about somebody who asks", .database)
struct OrderPersonalDataTests {
  @Test(
    "is found by their name; what was served is theirs, what it rests on somebody reads first",
    arguments: Engine.tested)
  func record(engine: Engine) throws {
    let fixture = try OrdersFixture(engine)
    let path = try RegisterTests.add(fixture, .protectionWarning, RegisterTests.warning)
    let reference = try #require(Reference(String(path.split(separator: "/")[1])))
    let source = OrderPersonalData.source
    let found = try fixture.services.database.read { read in
      let order = try #require(try OrderStore(fixture.services).find(reference, read))
      let name = order.content.reveal(for: "test").name
      return try source.find(Sensitive(name), fixture.services, read)
    }
    let one = try #require(found.first)
    #expect(found.count == 1 && one.title.contains(reference.description) && one.path == path)
    let record = try #require(
      try fixture.services.database.read { try source.record(one.id, fixture.services, $0) })
    #expect(record.things.map(\.key) == ["head", "grounds"])
    #expect(record.things.map(\.isTheirs) == [true, false])
    #expect(!record.title.contains(one.name.reveal(for: "test")))
    let nobody = try fixture.services.database.read { read in
      (
        try source.find(Sensitive("Nobody Atall"), fixture.services, read).count,
        try source.record(99, fixture.services, read) == nil
      )
    }
    #expect(nobody == (0, true))
  }
}
