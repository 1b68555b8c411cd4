import Database
import Kernel
import Partnership
import TestKit
import Testing

@testable import Sharing

@Suite("A shipped ground", .database)
struct ShippedGroundTests {
  private static let schedule = "Data Protection Act 2018, Schedule 1"

  @Test(
    "names its section, and what that asks beside the purpose",
    arguments: [
      (.special, "unlawful-acts", "UK GDPR, Article 9(2)(g); \(schedule), paragraph 10", "consent"),
      (.special, "safeguarding", "UK GDPR, Article 9(2)(g); \(schedule), paragraph 18", "consent"),
      (
        .special, "health-care",
        "UK GDPR, Article 9(2)(h) and (3); \(schedule), paragraph 2, and section 11(1)", "secrecy"
      ),
      (.criminal, "statutory", "\(schedule), paragraphs 6 and 36", "government"),
      (.criminal, "unlawful-acts", "\(schedule), paragraphs 10 and 36", "consent"),
      (.criminal, "safeguarding", "\(schedule), paragraphs 18 and 36", "consent"),
      (.criminal, "consent", "\(schedule), paragraph 29", "agreed"),
      (.criminal, "vital", "\(schedule), paragraph 30", "cannot agree"),
      (.criminal, "claims", "\(schedule), paragraph 33", "proceedings"),
      (.gateway, "cda-115", "Crime and Disorder Act 1998, section 115", "acts for it"),
    ] as [(ShareGround.Part, String, String, String)], Engine.tested)
  func sections(
    one: (part: ShareGround.Part, key: String, section: String, says: String), engine: Engine
  ) throws {
    let fixture = try SharingFixture(engine)
    let found = try fixture.services.database.read { try GroundStore.find(one.part, one.key, $0) }
    let ground = try #require(found?.ground)
    #expect(ground.section == one.section)
    #expect(ground.title.contains(one.says), "\(ground.title)")
  }

  @Test("leaves shares recorded before its words changed as they were", arguments: Engine.tested)
  func stored(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    try fixture.services.database.write { write in
      try write.run("UPDATE sharing_ground SET title = 'As it stood' WHERE key = 'cda-115'")
    }
    let reference = try fixture.record()
    try fixture.services.database.write { write in
      try write.run("UPDATE sharing_ground SET title = 'As it is' WHERE key = 'cda-115'")
    }
    let page = try fixture.words("/sharing/\(reference)")
    #expect(page.contains("As it stood") && !page.contains("As it is"))
  }
}
