import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Whether somebody in a case can be written to safely", .database)
struct LetterReachTests {
  private static func report(
    _ way: ContactWay?, safety: String = "", flagged: Bool = false
  ) -> (inout NewReport) -> Void {
    { new in
      new.reporter = Sensitive(
        Reporter(
          name: "Zebedee Planted", phone: "07700 900 123", email: "zeb@planted.example", way: way,
          safety: safety))
      if flagged {
        new.story = Sensitive(ReportStory(narrative: "Shouting", flags: [.domestic]))
      }
    }
  }

  private static let zebedee = [
    ("name", "Zebedee Planted"), ("person-contact", "07700 900123, zeb@planted.example"),
  ]

  private func reach(
    _ fixture: CaseworkFixture,
    _ people: (file: Reference, victim: ID<CasePerson>, subject: ID<CasePerson>),
    _ kind: CaseLetterKind = .update
  ) throws -> LetterReach {
    let acts = CaseLetterActs(
      services: fixture.services, account: ID(1), now: fixture.now,
      file: try fixture.file(people.file))
    return try fixture.database.read { read in
      try acts.begin(
        kind, to: kind == .complaint ? people.subject : people.victim, read
      ).reach
    }
  }

  @Test("takes their contact apart into mailbox, numbers and the lines of an address")
  func contact() {
    let contact = LetterContact("zeb@planted.example, +44 (0)7700 900-123; 7 Ocelot  Row\nTM1 0AA")
    #expect(contact.mailboxes == ["zeb@planted.example"])
    #expect(contact.phones == ["+44 (0)7700 900-123"])
    #expect(contact.lines == ["7 Ocelot Row", "TM1 0AA"])
    #expect(LetterContact("").lines.isEmpty)
    #expect(LetterContact("01632 960").phones.isEmpty)  // 8 figures are no number
    #expect(LetterContact("01632 9600").phones.count == 1)
  }

  @Test("offers the way their report chose, and asks for care on another", arguments: Engine.tested)
  func chosen(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let reach = try reach(
      fixture, fixture.people(victim: Self.zebedee, report: Self.report(.email)))
    #expect(reach.route == .email && reach.mailbox == "zeb@planted.example")
    #expect(!reach.needsCare(by: .email) && reach.needsCare(by: .letter))
    #expect(reach.hold == nil && reach.safety.isEmpty)
  }

  @Test("asks nothing of somebody of whom nothing is known")
  func unknown() throws {
    let fixture = try CaseworkFixture()
    let reach = try reach(fixture, fixture.people())
    #expect(reach.route == .letter && reach.lines == ["7 Ocelot Row"])
    #expect(!reach.needsCare(by: .letter) && !reach.needsCare(by: .email) && reach.hold == nil)
  }

  @Test("shows their words about safety, and the officer says that the letter keeps to them")
  func safety() throws {
    let fixture = try CaseworkFixture()
    let people = try fixture.people(
      victim: Self.zebedee, report: Self.report(.email, safety: "Never after six"))
    let path = CaseLetterRoute.write(people.file, kind: "update", to: people.victim).path
    #expect(try #require(try fixture.answer(path)).words.contains("Never after six"))
    let form = CaseworkFixture.paper + [("step", "keep")]
    let refused = try #require(try fixture.answer(path, form: form))
    #expect(refused.status == 422 && refused.words.contains("Read when and how it is safe"))
    #expect(try fixture.answer(path, form: form + [("safe", "yes")])?.status == 303)
    let letter = try #require(try fixture.letters(people.file).first)
    #expect(try fixture.message(letter)?.state == .byHand)
  }

  @Test(
    "has it wait where a report of theirs wants no contact or is flagged", arguments: [false, true])
  func held(flagged: Bool) throws {
    let fixture = try CaseworkFixture()
    let people = try fixture.people(
      victim: Self.zebedee, report: Self.report(flagged ? .email : .unwanted, flagged: flagged))
    let reach = try reach(fixture, people)
    #expect(reach.hold != nil)
    _ = try fixture.keepLetter(
      people.file, to: people.victim, CaseworkFixture.paper + [("safe", "yes")])
    let letter = try #require(try fixture.letters(people.file).first)
    let message = try #require(try fixture.message(letter))
    #expect(message.state == .held && message.reason == reach.hold)
  }

  @Test("heeds that a later report wants no contact, though it gives none itself")
  func later() throws {
    let fixture = try CaseworkFixture()
    let people = try fixture.people(
      victim: [("name", "Zebedee Planted")], report: Self.report(.email))
    #expect(try reach(fixture, people).hold == nil)
    let second = try fixture.report {
      $0.reporter = Sensitive(Reporter(name: "Zebedee Planted", way: .unwanted))
    }
    let form = CaseworkFixture.asb + [("joins", people.file.description)]
    #expect(try fixture.work("/work/triage/\(second)", as: .officer, form: form) == 303)
    let reach = try reach(fixture, people)
    #expect(reach.hold?.contains("no contact") == true && reach.needsCare(by: .email))
  }

  @Test(
    "has a letter to whom it is about wait too, and asks for care with what those who told wrote",
    arguments: [false, true])
  func subject(flagged: Bool) throws {
    let fixture = try CaseworkFixture()
    let people = try fixture.people(
      report: Self.report(.email, safety: "He must not learn of it", flagged: flagged))
    let reach = try reach(fixture, people, .complaint)
    #expect(reach.safety == ["He must not learn of it"] && reach.needsCare(by: .letter))
    #expect((reach.hold != nil) == flagged)
    #expect(reach.mailbox.isEmpty && reach.chosen == nil && reach.name == "Quentin Villain")
  }

  @Test("does not call somebody by what a reporter wrote that they look like")
  func described() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(
      try fixture.report {
        $0.subject = Sensitive(ReportSubject(description: "The man who shouts at my daughter"))
      })
    let form = [("part", "subject"), ("name", "The man who shouts at my daughter")]
    _ = try fixture.answer("/cases/\(file)/person", form: form)
    let found = try fixture.file(file)
    let person = try fixture.database.read { read in
      try #require(
        try CaseStore(fixture.services).parts.people(of: found.id, as: [.subject], read).first)
    }
    let path = CaseLetterRoute.write(file, kind: "complaint", to: person.id).path
    let page = try #require(try fixture.answer(path)).text
    #expect(!page.contains("Dear The man") && !page.contains(">The man who shouts"))
    #expect(page.contains("Their name is not known"))
  }

  @Test("holds a letter of the case that waits once a report of it is flagged")
  func raised() throws {
    let fixture = try CaseworkFixture()
    let people = try fixture.people(victim: Self.zebedee, report: Self.report(.email))
    let found = try fixture.file(people.file)
    try fixture.database.write { write in
      try write.run("UPDATE message SET state = 'cancelled'")
      let report = try #require(
        try CaseStore(fixture.services).reports(of: found.id, write).first)
      _ = try fixture.services.outbox.queue(
        Message(
          MessageTemplate(key: "k", version: 1, title: "t", subject: "s", body: "b"), [:],
          by: .email, to: Sensitive("zeb@planted.example"), about: found.subject),
        at: fixture.now, in: write)
      try write.run("UPDATE message SET state = 'waiting' WHERE topic = \(found.subject)")
      try FlagRaising(services: fixture.services, now: fixture.now).raise(report.id, in: write)
    }
    let states = try fixture.database.read { read in
      try fixture.services.outbox.messages(about: found.subject, in: read).map(\.state)
    }
    #expect(states == [.held])
  }
}
