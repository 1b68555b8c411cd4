import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import Secrets
import TestKit
import Testing

@testable import Sharing

@Suite("A share", .database)
struct ShareTests {
  @Test("is recorded with all its grounds, sealed, and shown on its case", arguments: Engine.tested)
  func recorded(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let reference = try fixture.record()
    let page = try fixture.words("/sharing/\(reference)", as: .auditor)
    for words in [
      "Thornmere Constabulary", "Patrols near Quentin Planted",
      "Crime and Disorder Act 1998, section 115",
      "UK GDPR, Article 6(1)(e)", "Data Protection Act 2018, Schedule 1, paragraphs 10 and 36",
      "None: nothing of the kind is shared", "31 December 2026", "Person 3",
    ] { #expect(page.contains(words), "\(words)") }
    let about = try #require(Reference("TM-7K42-0931"))
    let shares = try fixture.database.read { try fixture.services.shares.about(about, $0) }
    #expect(shares.map(\.reference) == [reference])
    let trail = try fixture.services.trail()
    #expect(
      trail.contains {
        $0.hasPrefix("sharing.shared ") && $0.contains("until=2026-12-31")
          && $0.contains("about=TM-7K42-0931")
      }, "\(trail)")
    #expect(trail.contains("sharing.read "))
    #expect(!trail.joined().contains("Planted"))
    for bytes in try sealed(fixture) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Planted"))
    }
  }

  static let refusals: [(field: String, value: String, words: String)] = [
    ("recipient", "", "Choose who it goes to"),
    ("recipient", "1", "Choose another organisation: this is your own"),
    ("recipient", "outside", "Enter the name of the organisation or the person it goes to"),
    ("about", "TM-7K42", "Enter the reference of the case"),
    ("purpose", "", "Enter what the recipient needs it for"),
    ("necessity", " ", "Enter why it is needed, and why no less would do"),
    ("gateway", "", "Choose the power or duty that lets it be shared"),
    ("gateway", "custom", "Choose one from the list: this is not in force today"),
    ("basis", "", "Choose the basis: of Article 6 of the UK GDPR, or law enforcement"),
    ("basis", "legitimate", "A public authority cannot rely on this in its tasks"),
    ("shared", "", "Choose what is shared, and no more than is needed"),
    ("shared", "health", "Choose a condition of Article 9: health or beliefs are shared"),
    ("criminal", "", "Choose the authority: allegations or offences are shared"),
    ("until-day", "32", "The day of the last day must be from 1 to 31"),
    ("until-year", "2025", "Choose today or a later day"),
    ("until-year", "2027", "Choose a day up to 21 November 2027"),
    ("agreement", "9", "This agreement is not in force: choose another"),
  ]

  @Test("cannot be saved without what the law asks", arguments: refusals)
  func refused(field: String, value: String, words: String) throws {
    let fixture = try SharingFixture()
    let form = SharingFixture.share.filter { $0.0 != field } + [(field, value)]
    let response = try #require(try fixture.visit("/sharing/new", form: form))
    #expect(response.status == 422)
    #expect(response.words.contains(words), "\(response.words)")
    #expect(field == "purpose" || response.text.contains("Patrols near Quentin Planted"))
    #expect(try fixture.words("/sharing").contains("No share is in this list"))
  }

  @Test("keeps that whoever shared said who a recipient outside is", arguments: Engine.tested)
  func said(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let outside = [("recipient", "outside"), ("outside", "Next Constabulary")]
    let form = SharingFixture.share.filter { $0.0 != "recipient" } + outside
    let refused = try #require(try fixture.visit("/sharing/new", form: form))
    #expect(refused.status == 422)
    for words in ["police, councils, probation", "section 115(1) and (2)", "or acts for one"] {
      #expect(refused.words.contains(words), "\(words)")
    }
    let reference = try fixture.record(outside + [("recipient-said", "yes")])
    let words = "Whoever shared said that the recipient is one it names, or acts for one"
    #expect(try fixture.words("/sharing/\(reference)").contains(words))
    #expect(!(try fixture.words("/sharing/\(fixture.record())").contains(words)))
  }

  @Test("by section 16 tells nothing of patients, whatever else is named")
  func patients() throws {
    let fixture = try SharingFixture()
    let form =
      SharingFixture.share.filter { !["gateway", "shared"].contains($0.0) } + [
        ("gateway", "pcsc-16"), ("shared", "identity"), ("shared", "health"),
        ("special", "safeguarding"),
      ]
    let refused = try #require(try fixture.visit("/sharing/new", form: form))
    #expect(refused.status == 422 && refused.words.contains("section 16(4)(a)"))
    let without = form.filter { $0.1 != "health" }
    #expect(try fixture.status("/sharing/new", as: .officer, form: without) == 303)
  }

  @Test(
    "ends by itself after its last day, by London's midnight",
    arguments: [("2026-12-31T23:59:59Z", "Shared"), ("2027-01-01T00:00:00Z", "Ended")])
  func ends(moment: String, state: String) throws {
    let fixture = try SharingFixture()
    let reference = try fixture.record()
    let until = try #require(Instant(moment))
    fixture.clock.advance(seconds: until.since(fixture.now))
    #expect(try fixture.words("/sharing/\(reference)").contains("State \(state)"))
    let list = try fixture.words(state == "Shared" ? "/sharing" : "/sharing?show=ended")
    #expect(list.contains(reference.description))
  }

  @Test("is revoked with a reason, once", arguments: Engine.tested)
  func revoked(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let reference = try fixture.record()
    let path = "/sharing/\(reference)"
    #expect(try fixture.status(path, as: .officer, form: [("ending", " ")]) == 422)
    #expect(try fixture.status(path, as: .officer, form: [("ending", "Not needed")]) == 303)
    #expect(try fixture.status(path, as: .officer, form: [("ending", "Again")]) == 409)
    let page = try fixture.words(path)
    #expect(page.contains("State Revoked"))
    #expect(page.contains("Why it ended Not needed"))
    #expect(page.contains("Ended 20 November 2026"))
    #expect(try fixture.services.actionsTaken().contains("sharing.revoked"))
  }

  @Test("that a case keeps is ended by the case alone", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let mine = try fixture.record()
    let shares = fixture.services.shares
    let kept = try fixture.database.write { write -> Reference in
      let terms = try #require(try shares.share(mine, write)).terms
      return try shares.record(
        NewShare(
          about: Reference("TM-7K42-0931"), with: .organisation(SharingFixture.agencies[2]), terms,
          isKeptByRecord: true, by: ID(3), at: fixture.now), write)
    }
    let path = "/sharing/\(kept)"
    #expect(try fixture.words(path).contains("which ends it"))
    #expect(try fixture.status(path, as: .officer, form: [("ending", "x")]) == 409)
    try fixture.database.write { write in
      try shares.end(kept, ShareEnd(fixture.now, because: Sensitive("Taken back")), write)
    }
    #expect(try fixture.words(path).contains("Why it ended Taken back"))
  }

  @Test("keeps what it was, without words and names, once its record is deleted")
  func forgotten() throws {
    let fixture = try SharingFixture()
    let reference = try fixture.record([
      ("recipient", "outside"), ("outside", "Planted School"), ("recipient-said", "yes"),
    ])
    let about = try #require(Reference("TM-7K42-0931"))
    try fixture.database.write { try fixture.services.shares.forget(about, $0) }
    let page = try fixture.words("/sharing/\(reference)")
    #expect(!page.contains("Planted"))
    #expect(page.contains("Crime and Disorder Act 1998, section 115"))
  }

  @Test(
    "is found by filters that stand in the address, and saved as a file", arguments: Engine.tested)
  func listed(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    let police = try fixture.record()
    let housing = try fixture.record([("recipient", "3"), ("gateway", "serious-harm")])
    let outside = try fixture.record([
      ("recipient", "outside"), ("outside", "Planted School"), ("recipient-said", "yes"),
    ])
    for (path, found) in [
      ("/sharing", [police, housing, outside]), ("/sharing?organisation=3", [housing]),
      ("/sharing?gateway=serious-harm", [housing]), ("/sharing?show=ended", []),
      ("/sharing?organisation=2&gateway=serious-harm", []),
    ] {
      let page = try fixture.words(path)
      for reference in [police, housing, outside] {
        #expect(page.contains(reference.description) == found.contains(reference), "\(path)")
      }
    }
    #expect(!(try fixture.words("/sharing").contains("Planted")))
    let file = try #require(try fixture.visit("/sharing/register.csv?organisation=3"))
    let lines = file.text.split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(
      lines[1].hasPrefix(
        "\(housing),TM-7K42-0931,Millwharf Housing,Common law: the public interest"))
    #expect(try fixture.services.actionsTaken().contains("sharing.listed"))
  }

  @Test("lists by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try SharingFixture(engine)
    var filters = [ShareFilter(), ShareFilter(isOpen: false)]
    filters += [ShareFilter(organisation: ID(2)), ShareFilter(gateway: "cda-115")]
    filters += [ShareFilter(isOpen: false, organisation: ID(2), gateway: "cda-115", page: 3)]
    let about = try #require(Reference("TM-7K42-0931"))
    let lists = filters.map { ShareStore.listQuery($0, at: fixture.now, limit: 51, offset: 0) }
    for sql in lists + [ShareStore.aboutQuery(about)] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(!plan.readsAll(of: "sharing_share"), "\(plan)")
    }
    for sql in [
      RequestStore.listQuery(isOpen: true, page: 1), RequestStore.listQuery(isOpen: false, page: 2),
      RequestStore.lateQuery(on: fixture.today),
    ] {
      let plan = try QueryPlan.of(sql, fixture.database)
      #expect(!plan.readsAll(of: "sharing_request"), "\(plan)")
    }
    let due = try QueryPlan.of(AgreementStore.dueQuery(on: fixture.today), fixture.database)
    #expect(!due.readsAll(of: "sharing_agreement"), "\(due)")
  }

  @Test("is sealed anew after a rotation", arguments: Engine.tested)
  func resealed(engine: Engine) throws {
    let keyring = Keyring.forTests()
    let fixture = try SharingFixture(engine, keyring: keyring)
    let reference = try fixture.record()
    _ = try fixture.visit("/sharing/requests/new", form: RequestTests.form)
    let before = try sealed(fixture)
    let counts = try fixture.database.write { write in
      [
        try fixture.store.sealAnew(after: 0, in: write).count,
        try RequestStore(fixture.services).sealAnew(after: 0, in: write).count,
      ]
    }
    #expect(counts == [1, 1])
    #expect(try sealed(fixture).allSatisfy { !before.contains($0) })
    #expect(try fixture.words("/sharing/\(reference)").contains("Patrols near Quentin Planted"))
  }

  private func sealed(_ fixture: SharingFixture) throws -> [[UInt8]] {
    try fixture.database.read { read in
      try ["sharing_share", "sharing_request"].flatMap { table in
        try read.all("SELECT content FROM \(SQL(trusted: table))") { row in try row.bytes() }
      }
    }
  }

  @Test("says that it is saved on paper where this machine prints", .enabled(if: canPrint))
  func printed() throws {
    let fixture = try SharingFixture()
    let reference = try fixture.record()
    let file = try #require(try fixture.visit("/sharing/\(reference)/record.pdf", as: .auditor))
    guard case .bytes(let bytes) = file.body else { return }
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    let pages = String(decoding: bytes, as: Unicode.ASCII.self).components("/Type /Page\n")
    #expect(pages <= 1)
    #expect(try fixture.services.trail().contains("sharing.printed format=pdf"))
  }

  private static var canPrint: Bool { LetterPress(Settings()).formats.contains(.pdf) }
}

extension String {
  fileprivate func components(_ part: String) -> Int { split(separator: part).count - 1 }
}
