import Access
import Commands
import Database
import FeatureKit
import HTTP
import Kernel
import Messages
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

@Suite("A letter to somebody in a case", .database)
struct CaseLetterTests {
  private func path(
    _ file: Reference, _ person: ID<CasePerson>, _ kind: CaseLetterKind = .update
  ) -> String { CaseLetterRoute.write(file, kind: kind.rawValue, to: person).path }

  @Test("begins filled in from its wording, for whom it goes to", arguments: Engine.tested)
  func begins(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, subject) = try fixture.people()
    let page = try #require(try fixture.answer(path(file, victim)))
    let next = London.day(try fixture.file(file).updateDue).words
    for words in [
      "Dear Wilhelmina Other", "This is how your case \(file) stands.",
      "You next hear from us by \(next).", "Wilhelmina Other\n7 Ocelot Row",
    ] { #expect(page.text.contains(words), "\(words)") }
    #expect(!page.text.contains("((") && !page.words.contains("telephone us on"))
    #expect(!page.words.contains("who shows who told us"))
    let other = try #require(try fixture.answer(path(file, subject, .complaint))).words
    #expect(other.contains("Dear Quentin Villain"))
    #expect(other.contains("Write nothing that shows who told us of it"))
    #expect(!other.contains("Zebedee"))
    #expect(try fixture.trail().contains { $0.hasPrefix("casework.letter-begun kind=complaint") })
  }

  @Test("promises no day that is over", arguments: [(-1, true), (0, false), (1, false)])
  func next(days: Int, isNamed: Bool) throws {
    let fixture = try CaseworkFixture()
    let (file, victim, _) = try fixture.people()
    let due = try fixture.file(file).updateDue
    fixture.wait(until: due.adding(seconds: Double(days) * 86_400 - 3600).description)
    let page = try #require(try fixture.answer(path(file, victim)))
    #expect(page.words.contains("You next hear from us by") == isNamed)
  }

  @Test("is seen as it reads before it is kept", arguments: Engine.tested)
  func seen(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, _) = try fixture.people()
    let form = CaseworkFixture.paper + [("step", "see")]
    let page = try #require(try fixture.answer(path(file, victim), form: form))
    #expect(page.status == 200)
    #expect(page.words.contains("How it reads") && page.words.contains("Keep it and send it"))
    #expect(page.text.contains("<p>The tapir is gone.</p>"))
    #expect(page.words.contains("our reference \(file)"))
    #expect(try fixture.letters(file).isEmpty)
  }

  @Test(
    "is sealed, stands in the story, and waits in the outbox to be printed",
    arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, _) = try fixture.people()
    let path = try #require(try fixture.keepLetter(file, to: victim))
    let letter = try #require(try fixture.letters(file).first)
    #expect(path == "/cases/\(file)/letters/\(letter.id)")
    #expect(letter.content.reveal(for: "test").words == "Dear Wilhelmina\nThe tapir is gone.")
    let message = try #require(try fixture.message(letter))
    #expect(message.state == .byHand && message.topic == "case/\(file)")
    #expect(message.subject == "How your case stands" && message.templateVersion == 1)
    let page = try #require(try fixture.answer(path))
    #expect(page.words.contains("The tapir is gone."))
    #expect(page.words.contains("To print and post"))
    let list = try #require(try fixture.answer("/cases/\(file)/letters")).words
    #expect(list.contains("How it stands Wilhelmina Other"))
    let story = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(story.contains("Letter written") && story.contains("“How it stands” to victim"))
    #expect(
      try fixture.trail().contains(
        "casework.letter-kept kind=update letter=\(letter.id) way=letter"))
    #expect(!(try fixture.trail().joined().contains("Wilhelmina")))
    let text = try fixture.database.read { read in
      try read.all("SELECT subject || title || topic FROM message") { row in try row.text() }
        .joined()
    }
    #expect(!text.contains("tapir") && !text.contains("Wilhelmina") && !text.contains("Ocelot"))
    try fixture.database.write { write in
      try fixture.services.outbox.decide(.done, on: letter.message, at: fixture.now, in: write)
    }
    #expect(
      try #require(try fixture.answer(path)).words.contains("Posted"))
  }

  @Test("is sealed anew after a rotation and still opens", arguments: Engine.tested)
  func reseal(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, _) = try fixture.people()
    let path = try #require(try fixture.keepLetter(file, to: victim))
    let keyring = fixture.services.keyring
    try keyring.rotate(at: fixture.now)
    let column = try #require(
      CaseReseal.columns.first { $0.table.description == "case_letter" })
    let sealed = try fixture.database.write { write in
      _ = try CaseReseal.reseal(column, after: 0, keyring, in: write)
      return try write.all(column.rows(after: 0, limit: 50)) { row in
        (try row.int(), try row.bytes()).1
      }
    }
    #expect(sealed.map(keyring.sealedVersion) == [2])
    #expect(!sealed.contains { String(decoding: $0, as: UTF8.self).contains("tapir") })
    #expect(try #require(try fixture.answer(path)).words.contains("The tapir is gone."))
  }

  @Test("goes by email under a subject that tells nothing", arguments: Engine.tested)
  func email(engine: Engine) throws {
    let mailbox = Mailbox()
    let fixture = try CaseworkFixture(engine, carriers: [mailbox.carrier])
    let (file, victim, _) = try fixture.people(
      victim: [("name", "Wilhelmina Other"), ("person-contact", "will@planted.example")])
    let form = [
      ("version", "1"), ("way", "email"), ("mailbox", "will@planted.example"),
      ("words", "The tapir is gone."),
    ]
    _ = try #require(try fixture.keepLetter(file, to: victim, form))
    try mailbox.fetch(fixture.services)
    let letter = try #require(mailbox.letters.first)
    #expect(
      letter.address == "will@planted.example"
        && letter.body == "How your case stands\n\nThe tapir is gone.")
    #expect(letter.subject == "About \(file)")
    let kept = try #require(try fixture.letters(file).first)
    #expect(try fixture.message(kept)?.state == .sent)
  }

  static let refused: [(change: [(String, String)], words: String)] = [
    ([("way", "pigeon")], "Choose how the letter goes"),
    ([("address", "")], "Enter the name and the address"),
    ([("way", "email")], "Enter the email address"),
    ([("way", "email"), ("mailbox", "will at planted")], "Enter the email address"),
    ([("words", "")], "Enter what the letter says"),
    ([("words", "Come on ((day))")], "Fill in or take out what stands in double brackets"),
  ]

  @Test("is refused at the field, with what was typed", arguments: refused)
  func refusals(change: [(String, String)], words: String) throws {
    let fixture = try CaseworkFixture()
    let (file, victim, _) = try fixture.people()
    let form = CaseworkFixture.paper.filter { field in !change.contains { $0.0 == field.0 } }
    for step in ["see", "keep"] {
      let page = try #require(
        try fixture.answer(path(file, victim), form: form + change + [("step", step)]))
      #expect(page.status == 422 && page.words.contains(words), "\(page.words)")
    }
    #expect(try fixture.letters(file).isEmpty)
  }

  @Test("is for whom its kind is for", arguments: CaseLetterKind.allCases)
  func kinds(kind: CaseLetterKind) throws {
    let fixture = try CaseworkFixture()
    let (file, victim, subject) = try fixture.people()
    for (person, part) in [(victim, CasePart.victim), (subject, .subject)] {
      let page = try #require(try fixture.answer(path(file, person, kind)))
      #expect(page.status == (kind.parts.contains(part) ? 200 : 422), "\(part)")
    }
    let nobody = try #require(try fixture.answer("/cases/\(file)/letters/new?kind=\(kind)"))
    #expect(nobody.status == 422 && nobody.words.contains("Choose somebody in the case"))
    let nothing = try #require(try fixture.answer("/cases/\(file)/letters/new?to=\(victim)"))
    #expect(nothing.status == 422 && nothing.words.contains("Choose a letter"))
  }

  @Test("is not written from a case that was joined to another, and goes along with its reader")
  func joined() throws {
    let fixture = try CaseworkFixture()
    let (file, victim, _) = try fixture.people()
    _ = try fixture.keepLetter(file, to: victim)
    let into = try fixture.openCase(try fixture.report())
    #expect(
      try fixture.join(file, to: into, [("join-reason", "One and the same")]).status == 303)
    #expect(try fixture.letters(file).isEmpty && fixture.letters(into).count == 1)
    let letter = try #require(try fixture.letters(into).first)
    #expect(try fixture.message(letter)?.topic == "case/\(into)")
    let page = try #require(try fixture.answer("/cases/\(into)/letters")).words
    #expect(page.contains("To print and post"))
    #expect(try fixture.work(path(file, victim), as: .officer) == 409)
  }

  @Test("is saved as a file by those who write them, and that is on record")
  func printed() throws {
    let fixture = try CaseworkFixture()
    let (file, victim, _) = try fixture.people()
    let page = try #require(try fixture.keepLetter(file, to: victim))
    for format in LetterPress(fixture.services.settings).formats {
      let path = "\(page)/letter.\(format.rawValue)"
      let response = try #require(try fixture.answer(path))
      #expect(response.status == 200)
      #expect(
        response.header("Content-Disposition")?.contains("\(file)-letter-1.\(format.rawValue)")
          == true)
      #expect(try fixture.trail().contains("casework.letter-printed format=\(format) letter=1"))
      for role in Role.all where role != .officer && role != .manager {
        #expect(try fixture.work(path, as: role) == 404, "\(role)")
      }
    }
    #expect(try fixture.work("/cases/\(file)/letters/99", as: .officer) == 404)
    #expect(try fixture.work("/cases/\(file)/letters/99/letter.pdf", as: .officer) == 404)
  }

  @Test("is found by the case and by its reader by indexes", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let plan = try QueryPlan.of(CaseLetterStore.query(ID(1)), fixture.database)
    #expect(plan.uses(index: "case_letter_of"), "\(plan)")
  }

  @Test("goes with its case when that is deleted, from the outbox too", arguments: Engine.tested)
  func deleted(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, _) = try fixture.people()
    _ = try fixture.keepLetter(file, to: victim)
    let found = try fixture.file(file)
    try fixture.database.write { write in
      var removal = try RecordRemoval(fixture.services, write)
      try removal.remove(
        case: RetentionRecord(
          kind: .file, id: found.id.rawValue, reference: file, began: found.openedAt, ended: nil),
        in: write)
    }
    let left = try fixture.database.read { read in
      try read.count(
        """
        SELECT (SELECT COUNT(*) FROM case_letter)
          + (SELECT COUNT(*) FROM message WHERE topic = \("case/\(file)"))
        """)
    }
    #expect(left == 0)
  }

  @Test("is given to whom it went to, and left out for others", arguments: Engine.tested)
  func access(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, victim, subject) = try fixture.people()
    _ = try fixture.keepLetter(file, to: victim)
    let found = try fixture.file(file)
    for (person, standing) in [(victim, AccessItem.Standing.open), (subject, .left)] {
      let items = try fixture.database.read { read in
        try AccessCaseItems(
          services: fixture.services, file: found, people: [person.rawValue], told: [], named: []
        ).items(read)
      }
      let letter = try #require(items.first { $0.key == "case/\(file)/letter/1" })
      #expect(letter.standing == standing)
      #expect(letter.lines.map(\.words) == ["Dear Wilhelmina\nThe tapir is gone."])
    }
  }

  @Test("is listed from the shell without names and words, and saved there as PDF")
  func shell() throws {
    let fixture = try CaseworkFixture()
    let (file, victim, _) = try fixture.people()
    func run(_ arguments: [String]) -> Said {
      fixture.services.shell(Casework.feature.commands, ["cases"] + arguments)
    }
    #expect(run(["letters", "\(file)"]).out.contains("Nobody in the case was written to."))
    _ = try fixture.keepLetter(file, to: victim)
    let listed = run(["letters", "\(file)"])
    #expect(listed.out.contains("How it stands  Letter  To do by hand"), "\(listed.all)")
    #expect(run(["letters", "\(file)", "--json"]).out.contains("\"state\":\"by-hand\""))
    #expect(!listed.all.contains("Wilhelmina") && !listed.all.contains("tapir"))
    let path = try TemporaryFolder.ofCase().path + "/letter.pdf"
    let from = ["--from", "Thornmere"]
    #expect(run(["letter", "\(file)", "9", path] + from).status == .wrongUse)
    guard LetterPress(fixture.services.settings).formats.contains(.pdf) else { return }
    #expect(run(["letter", "\(file)", "1", path] + from).status == .done)
    #expect(run(["letter", "\(file)", "1", path] + from).status == .wrongUse)
    #expect(try fixture.trail().contains("casework.letter-printed format=pdf letter=1"))
  }
}
