import Database
import FeatureKit
import HTTP
import Jobs
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("What links one report to another", .database)
struct TokenTests {
  /// What residents write of a vehicle, and the mark in it.
  static let vehicles: [(words: String, mark: String?)] = [
    ("white van", nil), ("White transit van, ladders on top", nil), ("WHITE VAN", nil), ("", nil),
    ("white van AB12 CDE", "AB12CDE"), ("AB12CDE", "AB12CDE"), ("ab 12 cde, blue", "AB12CDE"),
    ("silver Golf ab12-cde parked outside", "AB12CDE"), ("AB12", nil), ("AB12 van", nil),
    ("AB12C DE", "AB12CDE"), ("AB123 CDE", nil), ("A12 BCDE", nil),
    // 1983 to 2001
    ("a red A123 BCD", "A123BCD"), ("A1 BCD", "A1BCD"), ("P 12 ABC", nil), ("Z123 BCD", nil),
    ("A1234 BCD", nil),
    // 1963 to 1983
    ("old Mini, ABC 123D", "ABC123D"), ("ABC 1D", "ABC1D"), ("ABC 1234D", nil),
    // without a letter of the year
    ("ABC 1234", "ABC1234"), ("1234 AB", "1234AB"), ("12 CDE", "12CDE"), ("a car, ABC 123", nil),
    ("a car, reg ABC 123", "ABC123"), ("reg number is 4 AB", "4AB"), ("plate A 1", "A1"),
    ("plate not seen", nil), ("reg ends in 12", nil),
    // Northern Ireland
    ("a van, AAZ 1234", "AAZ1234"), ("blue Corsa JIL 4567", "JIL4567"), ("RIO 2019", nil),
    // makes, models, times and counts
    ("BMW 320D", nil), ("BMW320D", nil), ("Audi A4", nil), ("A4 car", nil), ("X5", nil),
    ("MX5", nil), ("Mercedes C220 red", nil), ("SL500", nil), ("Ford 4x4", nil), ("2 men", nil),
    ("a van with 2 men", nil), ("on 21 May at 10 pm", nil), ("30mph", nil), ("number 42 bus", nil),
    ("2019 Kia", nil), ("4 doors", nil), ("AB12 CDÉ", nil), ("black Peugeot 208", nil),
  ]

  @Test(
    "is a registration mark within the words for a vehicle, and no other words", arguments: vehicles
  )
  func vehicle(words: String, mark: String?) {
    #expect(RegistrationMark.find(in: words) == mark)
  }

  @Test("is no vehicle that is only described")
  func described() {
    let tokens = ContactToken.of(Reporter(), ReportSubject(vehicle: "white van"))
    #expect(tokens.isEmpty)
    let named = ContactToken.of(Reporter(), ReportSubject(vehicle: "white van AB12 CDE"))
    #expect(named.map(\.kind) == [.vehicle])
  }

  /// Forms of one number.
  static let phones = [
    "07700 900123", "07700900123", "07700 900 123", "(07700) 900-123", "07700.900.123",
    "+44 7700 900123", "+44 (0)7700 900123", "+44(0) 7700 900 123", "+4407700900123",
    "0044 7700 900123", "0044 (0)7700 900123", "00 44 7700 900123", "44 7700 900123",
    "(+44) 7700 900123", " +44 7700 900123 ", "7700 900123",
  ]

  @Test("is one telephone number in any form", arguments: phones)
  func phone(written: String) {
    let keyring = Keyring.forTests()
    #expect(
      ContactToken.phone(written).hash(keyring) == ContactToken.phone(Self.phones[0]).hash(keyring))
  }

  @Test(
    "is not another number",
    arguments: [
      "07700 900124", "+33 7700 900123", "0033 7700 900123", "01632 960123", "0770 0900 1234", "",
    ])
  func other(written: String) {
    let keyring = Keyring.forTests()
    #expect(
      ContactToken.phone(written).hash(keyring) != ContactToken.phone(Self.phones[0]).hash(keyring))
  }

  @Test(
    "is one landline with and without the code of the country",
    arguments: ["020 7946 0000", "+44 20 7946 0000", "+44 (0)20 7946 0000", "0044 20 7946 0000"])
  func landline(written: String) {
    let keyring = Keyring.forTests()
    #expect(
      ContactToken.phone(written).hash(keyring) == ContactToken.phone("02079460000").hash(keyring))
  }

  /// Whether two reports complain of one person or home.
  static let subjects:
    [(one: ReportSubject, other: ReportSubject, kinds: Set<SubjectTokens.Kind>)] = [
      (ReportSubject(name: "Quentin Planted"), ReportSubject(name: "Planted, Quentin"), [.name]),
      (ReportSubject(name: "Mohammed Planted"), ReportSubject(name: "Muhammad Planted"), [.name]),
      (ReportSubject(name: "Quentin Planted"), ReportSubject(name: "Quentin Other"), []),
      (ReportSubject(name: "Quentin"), ReportSubject(name: "Quentin"), []),
      (ReportSubject(name: "the man next door"), ReportSubject(name: "the man next door"), []),
      (ReportSubject(name: "not known"), ReportSubject(name: "not known"), []),
      (
        ReportSubject(name: "the tenant, Quentin Planted"), ReportSubject(name: "Quentin Planted"),
        [.name]
      ),
      (ReportSubject(address: "12 Ropewalk"), ReportSubject(address: "No. 12, Ropewalk"), [.home]),
      (
        ReportSubject(address: "Flat 3, 12 Ropewalk"), ReportSubject(address: "12 ropewalk flat 3"),
        [.home]
      ),
      (ReportSubject(address: "12 Ropewalk"), ReportSubject(address: "14 Ropewalk"), []),
      (ReportSubject(address: "Ropewalk"), ReportSubject(address: "Ropewalk"), []),
      (ReportSubject(address: "Flat 12"), ReportSubject(address: "12"), [.home]),
      (ReportSubject(), ReportSubject(), []),
    ]

  @Test("is who is complained of, by a whole name or a home", arguments: subjects)
  func subject(one: ReportSubject, other: ReportSubject, kinds: Set<SubjectTokens.Kind>) throws {
    let texts = try [one, other].map { try SubjectTokens.texts($0, near: "street/1") }
    let shared = texts[0].filter { left in
      texts[1].contains { $0.kind == left.kind && $0.text == left.text }
    }
    #expect(Set(shared.map(\.kind)) == kinds)
  }

  @Test("is no number of a flat in another place")
  func places() throws {
    let subject = ReportSubject(address: "Flat 12")
    let texts = try ["street/1", "street/2", nil].map { try SubjectTokens.texts(subject, near: $0) }
    #expect(texts[0].map(\.text) != texts[1].map(\.text) && texts[2].isEmpty)
  }

  private func links(_ reference: Reference, _ fixture: CaseworkFixture) throws -> [ReportLink] {
    try fixture.database.read { read in
      try ReportLinks.of(try #require(try fixture.store.find(reference, read)), read)
    }
  }

  private func about(_ name: String, _ fixture: CaseworkFixture) throws -> Reference {
    try fixture.report {
      $0.place = nil
      $0.reporter = Sensitive(Reporter())
      $0.subject = Sensitive(ReportSubject(name: name))
    }
  }

  @Test("suggests reports of one person, and joins none by itself", arguments: Engine.tested)
  func suggested(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let first = try about("Quentin Planted", fixture)
    let file = try fixture.openCase(first)
    let other = try about("Quentin Otherwise", fixture)
    let second = try about("PLANTED Quentin", fixture)
    #expect(try links(second, fixture).map(\.report.reference) == [first])
    #expect(try links(second, fixture).first?.words == "same person complained of, same day")
    #expect(try links(other, fixture).isEmpty)
    let page = try #require(try fixture.answer("/work/triage/\(second)")).words
    #expect(page.contains("same person complained of") && page.contains(file.description))
    let report = try fixture.database.read { try fixture.store.find(second, $0) }
    #expect(report?.state == .new)
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file)).uppercased().contains("PLANTED"))
    }
  }

  @Test("suggests the latest of many", arguments: Engine.tested)
  func latest(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    var all: [Reference] = []
    for _ in 0..<23 {
      all.append(try about("Quentin Planted", fixture))
      fixture.clock.advance(seconds: 60)
    }
    let phone: (inout NewReport) -> Void = {
      $0.place = nil
      $0.reporter = Sensitive(Reporter(phone: "07700 900 999"))
    }
    for _ in 0..<23 {
      all.append(try fixture.report(phone))
      fixture.clock.advance(seconds: 60)
    }
    let named = try links(try about("Quentin Planted", fixture), fixture)
    #expect(Set(named.map(\.report.reference)) == Set(all[3..<23]))
    let called = try links(try fixture.report(phone), fixture)
    #expect(Set(called.map(\.report.reference)) == Set(all[26..<46]))
  }

  @Test("is made anew for old reports, and what was proved stays so", arguments: Engine.tested)
  func rebuilt(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let first = try about("Quentin Planted", fixture)
    let second = try fixture.report {
      $0.place = nil
      $0.subject = Sensitive(ReportSubject(name: "Quentin Planted"))
    }
    try ReviewLetterTests.prove(fixture)
    let token = ContactToken.phone("07700 900123").hash(fixture.services.keyring)
    func count(_ sql: SQL) throws -> Int { try fixture.database.read { try $0.count(sql) } }
    try fixture.database.write { write in
      try write.run("DELETE FROM report_subject")
      try write.run(
        "UPDATE report_token SET token = \([UInt8](repeating: 1, count: 32)) WHERE kind = 'phone'")
    }
    #expect(try links(second, fixture).isEmpty)
    try fixture.database.write { write in
      _ = try fixture.services.jobs.enqueue(SearchReseal.job.name, payload: "", in: write)
    }
    try fixture.work()
    #expect(try links(second, fixture).map(\.report.reference) == [first])
    #expect(try count("SELECT COUNT(*) FROM report_token WHERE token = \(token)") == 1)
    #expect(try count("SELECT COUNT(*) FROM report_token WHERE proved_at IS NOT NULL") == 1)
  }

  @Test("reads who is complained of by an index", arguments: Engine.tested)
  func plan(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let reference = try about("Quentin Planted", fixture)
    let report = try #require(try fixture.database.read { try fixture.store.find(reference, $0) })
    let plan = try QueryPlan.of(ReportLinks.complaining(report), fixture.database)
    #expect(!plan.readsAll(of: "report_subject") && !plan.readsAll(of: "report"), "\(plan)")
  }
}
