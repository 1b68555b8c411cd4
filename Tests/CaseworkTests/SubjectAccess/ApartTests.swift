import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A request for one's own data, and records kept apart", .database)
struct ApartTests {
  private static let thing = PersonalRecord(
    title: "A meeting", name: Sensitive(""),
    things: [
      PersonalRecord.Thing(
        "own", "What you told", lines: [(heading: "Words", words: Sensitive("Okapi words"))],
        isTheirs: false)
    ])

  private let answer = Guarded<ApartAnswer>(ApartAnswer(isDue: true, given: []))
  private let forgotten = Guarded<[Reference]>([])

  private func fixture(_ engine: Engine = .sqlite) throws -> CaseworkFixture {
    try CaseworkFixture(
      engine,
      apart: ApartDirectory(
        requests: { try Casework.apartRequests($0, $1) },
        answer: { [answer] _, _, _ in answer.withLock { $0 } },
        forget: { [forgotten] references, _ in forgotten.withLock { $0 += references } }))
  }

  private func decide(_ given: [(record: Int64, things: PersonalRecord)]) {
    answer.withLock { $0 = ApartAnswer(isDue: false, given: given) }
  }

  @Test("waits for their decision, and is then released", arguments: Engine.tested)
  func waits(engine: Engine) throws {
    let fixture = try fixture(engine)
    let request = try fixture.dataRequest()
    let path = "/data-requests/\(request)"
    #expect(
      try fixture.access(path)?.words.contains("Records kept apart A decision is due") == true)
    let early = try fixture.access(path + "/release", form: [("read", "yes")])
    #expect(early?.status == 422)
    #expect(early?.words.contains("have not decided yet: ask them") == true)
    decide([])
    let page = try #require(try fixture.access(path)).words
    #expect(page.contains("Nothing is given") && page.contains("say nothing of it in the answer"))
    #expect(try fixture.accessStatus(path + "/release", form: [("read", "yes")]) == 303)
  }

  @Test("holds what they give, once somebody has read it", arguments: Engine.tested)
  func given(engine: Engine) throws {
    let fixture = try fixture(engine)
    let request = try fixture.dataRequest()
    decide([(record: 2, things: Self.thing)])
    let path = "/data-requests/\(request)"
    #expect(try fixture.access(path)?.words.contains("1 thing is given") == true)
    #expect(try fixture.review(request).open.map(\.item.key) == ["apart/2/own"])
    #expect(try fixture.accessStatus(path + "/release", form: [("read", "yes")]) == 422)
    let form = [("key", "apart/2/own"), ("give", "yes"), ("passages", "")]
    #expect(try fixture.accessStatus(path + "/item", form: form) == 303)
    #expect(try fixture.released(request).contains("Okapi words"))
  }

  @Test("is told of to those who keep them while it is open, whole", arguments: Engine.tested)
  func told(engine: Engine) throws {
    let fixture = try fixture(engine)
    decide([])
    for _ in 0..<51 { _ = try fixture.dataRequest() }
    func open() throws -> [ApartRequest] {
      try fixture.database.read { try Casework.apartRequests(fixture.services, $0) }
    }
    let all = try open()
    #expect(Set(all.map(\.reference)).count == 51)
    #expect(all[0].name.reveal(for: "a test") == "Zebedee Planted" && !all[0].isLawEnforcement)
    _ = try fixture.access(
      "/data-requests/\(all[0].reference)/release", form: [("read", "yes")])
    #expect(try open().count == 50)
  }

  @Test("has their decision deleted with it")
  func forgets() throws {
    let fixture = try fixture()
    decide([])
    let request = try fixture.dataRequest()
    _ = try fixture.access("/data-requests/\(request)/release", form: [("read", "yes")])
    let count = try fixture.database.write { write in
      try AccessStore(services: fixture.services).forget(before: fixture.now, limit: 10, in: write)
    }
    #expect(count == 1)
    #expect(forgotten.withLock { $0 } == [request])
  }
}
