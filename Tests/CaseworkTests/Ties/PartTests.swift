import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Parting cases", .database)
struct PartTests {
  private let fields = [("part-title", "Noise in the yard"), ("part-reason", "Another place")]

  /// A case with three reports.
  private func three(_ fixture: CaseworkFixture) throws -> (Reference, [Reference]) {
    let reports = try (0..<3).map { _ in try fixture.report() }
    let file = try fixture.openCase(reports[0])
    for report in reports.dropFirst() {
      _ = try fixture.openCase(report, CaseworkFixture.asb + [("joins", file.description)])
    }
    return (file, reports)
  }

  private func new(_ fixture: CaseworkFixture, _ report: Reference) throws -> CaseFile {
    try fixture.database.read { read in
      let found = try #require(try fixture.store.find(report, read))
      return try #require(try CaseStore(fixture.services).find(of: found.id, read))
    }
  }

  @Test(
    "makes a case of its own of chosen reports, people, actions and files", arguments: Engine.tested
  )
  func part(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let (file, reports) = try three(fixture)
    try fixture.fill(file)
    try fixture.post(file, "person", [("part", "subject"), ("name", "Person B")])
    let evidence = try fixture.newest().id
    let found = try fixture.file(file)
    let ids = try fixture.database.read { read in
      let whole = try WholeCase(found, fixture.services, at: fixture.now, read)
      return (whole.people[0].id, whole.actions[0].id)
    }
    let chosen = [
      ("part-report", reports[1].description), ("part-report", reports[2].description),
      ("part-person", ids.0.description), ("part-action", ids.1.description),
      ("part-file", evidence.description),
    ]
    let page = try fixture.words("/cases/\(file)/part")
    for text in ["Person A Victim", "Mend the lock", "Broken door, Planted", "\(reports[1])"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(try fixture.post(file, "part", chosen + fields).status == 303)
    let new = try new(fixture, reports[1])
    #expect(try fixture.reports(of: file) == [reports[0]])
    #expect(try fixture.reports(of: new.reference) == Array(reports.dropFirst()))
    let old = try fixture.words("/cases/\(file)")
    #expect(old.contains("Reports parted from it \(new.reference): Another place"))
    #expect(old.contains("It was parted from this case"))
    #expect(old.contains("Person B"))
    #expect(!old.contains("Person A Victim"))
    let parted = try fixture.words("/cases/\(new.reference)")
    for text in [
      "Parted from another case \(file): Another place", "This case was parted from it",
      "Person A Victim", "Mend the lock", "Broken door, Planted",
    ] {
      #expect(parted.contains(text), "\(text)")
    }
    #expect(!parted.contains("Person B"))
    #expect(try fixture.told(reports[1]).last == TieWords.parted)
    #expect(try fixture.told(reports[0]).last != TieWords.parted)
    #expect(try fixture.trail().contains("casework.case-parted from=\(file)"))
  }

  @Test("keeps the clocks: what has begun has begun")
  func clocks() throws {
    let fixture = try CaseworkFixture()
    let (file, reports) = try three(fixture)
    try fixture.post(file, "contact", [("with", "All"), ("said", "Heard")])
    fixture.clock.advance(seconds: 1_116_000)
    let form = [("part-report", reports[2].description)] + fields
    #expect(try fixture.post(file, "part", form).status == 303)
    let new = try new(fixture, reports[2])
    let old = try fixture.file(file)
    #expect(new.startedAt == old.startedAt)
    #expect((new.startDue, new.updateDue, new.owner) == (old.startDue, old.updateDue, old.owner))
    #expect(new.due == old.due && new.interviewDue == old.interviewDue)
  }

  @Test("takes what is known of a risk along with the person it is about")
  func risk() throws {
    let fixture = try CaseworkFixture()
    let (file, reports) = try three(fixture)
    try fixture.post(file, "person", [("part", "victim"), ("name", "Person A")])
    let id = try fixture.file(file).id
    let person = try fixture.database.read { read in
      try CaseStore(fixture.services).parts.people(
        of: id, as: [.victim], read)[0].id
    }
    let answers = RiskAnswers.fields(40, in: try RiskInstrumentTests.matrix.get())
    try fixture.post(
      file, "risk/asb-matrix",
      answers + [("about", person.description), ("step", "keep")])
    let form = [
      ("part-report", reports[2].description), ("part-person", person.description),
    ]
    try fixture.post(file, "part", form + fields)
    #expect(
      try fixture.words("/cases/\(try new(fixture, reports[2]).reference)").contains("High, 40"))
    let old = try fixture.words("/cases/\(file)")
    #expect(!old.contains("High, 40"))
    #expect(old.contains("Not assessed"))
  }

  static let refusals: [(reports: [Int], form: [String], words: String)] = [
    ([], ["part-title", "part-reason"], "Choose the reports of the new case"),
    ([0, 1, 2], ["part-title", "part-reason"], "Leave at least one report with this case"),
    ([0], ["part-reason"], "Enter a title without names"),
    ([0], ["part-title"], "Enter why they are two cases"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(chosen: [Int], form: [String], words: String) throws {
    let fixture = try CaseworkFixture()
    let (file, reports) = try three(fixture)
    let answer = try fixture.post(
      file, "part",
      chosen.map { ("part-report", reports[$0].description) } + form.map { ($0, "x") })
    #expect(answer.status == 422)
    #expect(answer.words.contains(words))
    #expect(try fixture.reports(of: file).count == 3)
  }

  @Test("has nothing to part of one report, and nothing of a closed case")
  func nothing() throws {
    let fixture = try CaseworkFixture()
    let file = try fixture.openCase(try fixture.report())
    #expect(try fixture.words("/cases/\(file)/part").contains("nothing to part"))
    try fixture.post(
      file, "close",
      [("outcome", "resolved"), ("close-reason", "x"), ("close-told", "It stopped")])
    #expect(throws: CaseProblem.closed) { try fixture.answer("/cases/\(file)/part") }
  }
}
