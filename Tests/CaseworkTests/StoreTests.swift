import Database
import Kernel
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("Reports in the database", .database)
struct StoreTests {
  @Test("keeps a report and opens it by its reference with its secret", arguments: Engine.tested)
  func keeping(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let store = fixture.store
    let new = CaseworkFixture.report { $0.strands = [.race, .other] }
    let (id, receipt) = try fixture.database.write { try store.add(new, at: fixture.now, in: $0) }
    let reference = try #require(Reference(receipt.reference))
    try fixture.database.read { read in
      let report = try #require(try store.find(reference, secret: receipt.secret, read))
      #expect(report.id == id && report.state == .new && report.channel == .web)
      #expect(report.priority == .first && report.dueAt.description == receipt.dueAt)
      #expect(report.place == new.place)
      let details = try store.details(report, read)
      #expect(details.story.reveal(for: "test") == new.story.reveal(for: "test"))
      #expect(details.reporter.reveal(for: "test") == new.reporter.reveal(for: "test"))
      #expect(details.strands == [.other, .race] && details.occasions == new.occasions)
      let events = try ReportEvents(sealing: store.sealing).of(id, read)
      #expect(events.map(\.kind) == [.received])
      #expect(try store.find(reference, secret: "0000-0000-0000", read) == nil)
      #expect(try store.find(reference, secret: "", read) == nil)
    }
  }

  @Test("takes a secret as people write it")
  func secrets() {
    let hash = ReportStore.hash("K0D1-2MXP-9RTA")
    for written in ["k0d12mxp9rta", "KOD1 2MXP 9RTA", "kodi-2mxp-9rta", " K0DL-2MXP-9RTA "] {
      #expect(ReportStore.hash(written) == hash)
    }
  }

  @Test("finds nobody named, no number and no word of a report in the file")
  func sealed() throws {
    let fixture = try CaseworkFixture()
    let new = CaseworkFixture.report {
      $0.subject = Sensitive(
        ReportSubject(name: "Quentin Planted", address: "9 Planted Row", vehicle: "QQ00 QIQ"))
    }
    try fixture.database.write { write in
      let (id, _) = try fixture.store.add(new, at: fixture.now, in: write)
      try ReportEvents(sealing: fixture.store.sealing).add(
        .diary, to: id, words: Sensitive("Planted again"), at: fixture.now, in: write)
    }
    let path = try #require(fixture.database.path)
    for file in [path, path + "-wal"] {
      let text = try Bytes.latin(of: file).uppercased()
      for planted in ["PLANTED", "900 123", "900123", "QQ00", "SHOUTING", "STAIRS"] {
        #expect(!text.contains(planted), "\(planted) in \(file)")
      }
    }
  }

  @Test("keeps no token of an anonymous report", arguments: Engine.tested)
  func anonymous(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let new = CaseworkFixture.report {
      $0.identity = .anonymous
      $0.reporter = Sensitive(Reporter())
    }
    _ = try fixture.database.write { try fixture.store.add(new, at: fixture.now, in: $0) }
    #expect(try fixture.database.read { try $0.count("SELECT COUNT(*) FROM report_token") } == 0)
  }
}
