import Access
import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Files and times of a request for one's own data", .database)
struct AccessFileTests {
  private static func file(_ state: EvidenceState, copy: Int? = 10) -> EvidenceFile {
    EvidenceFile(
      id: ID(1), version: 1, name: "n", owner: .report(ID(1)), occasion: nil, kind: .jpeg, size: 20,
      received: 20, state: state, copySize: copy, sha256: nil,
      addedAt: Instant(milliseconds: 0), addedBy: nil, content: Sensitive(.init()))
  }

  private static func item(_ file: AccessFile?, _ standing: AccessItem.Standing) -> AccessItem {
    var item = AccessItem(
      key: "k", source: "s", title: "t", day: nil, lines: [.init(heading: "File", words: "Photo")],
      standing: standing)
    item.file = file
    return item
  }

  private static func decision(given: Bool, withFile: Bool?) -> AccessDecision {
    AccessDecision(
      item: "k", isGiven: given, reason: given ? nil : .other,
      content: Sensitive(.init(passages: [], text: "Photo", withFile: withFile)))
  }

  @Test("go along where they sent them, or somebody has said that nobody else is in them")
  func rule() {
    let own = AccessFile(Self.file(.ready), isOwn: true)
    let other = AccessFile(Self.file(.ready), isOwn: false)
    for (file, standing, decision, goes) in [
      (own, .given, nil, true), (own, .left, nil, false),
      (own, .given, Self.decision(given: true, withFile: false), false),
      (other, .open, nil, false),
      (other, .open, Self.decision(given: true, withFile: true), true),
      (other, .open, Self.decision(given: true, withFile: false), false),
      (other, .open, Self.decision(given: true, withFile: nil), false),
      (other, .open, Self.decision(given: false, withFile: true), false),
    ] as [(AccessFile?, AccessItem.Standing, AccessDecision?, Bool)] {
      let reviewed = ReviewedItem(Self.item(file, standing), own: [], decision)
      #expect((reviewed.file != nil) == goes, "\(standing) \(String(describing: decision))")
    }
  }

  @Test("never go along before they can be opened", arguments: EvidenceState.allCases)
  func states(state: EvidenceState) {
    #expect((AccessFile(Self.file(state), isOwn: true) != nil) == (state == .ready))
    #expect(AccessFile(Self.file(state, copy: nil), isOwn: true) == nil)
  }

  @Test(
    "lie in the ZIP as their everyday copies, and are named once they are deleted",
    .enabled(if: EvidenceTests.isEquipped, "ExifTool and qpdf are not installed"),
    arguments: Engine.tested)
  func zip(engine: Engine) throws {
    let daemon = try ScannerStandIn(in: TemporaryFolder.ofCase().path, reply: "stream: OK")
    defer { daemon.stop() }
    let fixture = try CaseworkFixture(engine) { $0.scanner = daemon.path }
    let file = try fixture.openCase(try fixture.report())
    let id = try fixture.addEvidence(file)
    try fixture.work()
    let request = try fixture.dataRequest()
    try fixture.chooseAll(request)
    let item = try #require(
      try fixture.review(request).items.first { $0.item.key.hasSuffix("/file/\(id)") })
    let path = AccessRoute.item(request, key: item.item.key).path
    #expect(try #require(try fixture.access(path)).words.contains("The file itself goes along"))
    let form = [("key", item.item.key), ("give", "yes"), ("file", "yes")]
    #expect(try fixture.accessStatus(path, form: form) == 303)
    let given = try fixture.released(request)
    #expect(given.contains("In this ZIP: files/1.jpg"))
    func zip() throws -> String {
      guard
        case .bytes(let bytes)? = try fixture.access(
          "/data-requests/\(request)/file", form: [])?.body
      else { return "" }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Planted"))
      return text
    }
    let whole = try zip()
    #expect(whole.contains("files/1.jpg") && !whole.contains("files/1.jpg.txt"))
    let gone = [("delete-reason", "Asked for")]
    #expect(try fixture.evidenceStatus("/evidence/\(id)/delete", as: .manager, form: gone) == 303)
    #expect(try zip().contains("files/1.jpg.txt"))
  }

  @Test("is deleted by itself 24 months after it was answered", arguments: Engine.tested)
  func forgotten(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try fixture.openCase(try fixture.report())
    let (answered, open) = (try fixture.dataRequest(), try fixture.dataRequest())
    for request in [answered, open] { try fixture.chooseAll(request) }
    _ = try fixture.released(answered)
    func forget() throws -> Int {
      try Forgetting(services: fixture.services, now: fixture.now).run().requests
    }
    fixture.wait(until: "2028-11-19T23:59:59Z")
    #expect(try forget() == 0)
    fixture.wait(until: "2028-11-20T00:00:00Z")
    #expect(try forget() == 1)
    #expect(try fixture.trail().last == "casework.requests-forgotten count=1 rule=request/1")
    #expect(try fixture.accessStatus("/data-requests/\(answered)") == 404)
    #expect(try fixture.accessStatus("/data-requests/\(open)") == 200)
    #expect(try fixture.count("access_request") == 1)
    let plan = try QueryPlan.of(
      AccessStore.oldQuery(before: fixture.now, limit: 10), fixture.database)
    #expect(plan.uses(index: "access_request_released"), "\(plan)")
  }

  @Test("is read fifty things to a page", arguments: Engine.tested)
  func pages(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try fixture.openCase(try fixture.report())
    for number in 0..<55 {
      let note = [("kind", "fact"), ("note", "Note \(number)")]
      #expect(try fixture.work("/cases/\(file)/note", as: .officer, form: note) == 303)
    }
    let request = try fixture.dataRequest()
    try fixture.chooseAll(request)
    let first = try #require(try fixture.access("/data-requests/\(request)"))
    #expect(first.words.contains("Next page") && first.words.contains("Read the next"))
    let second = try #require(try fixture.access("/data-requests/\(request)?page=2"))
    #expect(second.words.contains("Previous page") && !second.words.contains("Next page"))
  }
}
