import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("The risk of a case", .database)
struct RiskTests {
  private static func matrix() throws -> RiskInstrument { try RiskInstrumentTests.matrix.get() }

  @discardableResult
  private func assess(
    _ fixture: CaseworkFixture, _ file: Reference, _ score: Int, key: String = "asb-matrix",
    _ more: [(String, String)] = [], step: String = "keep"
  ) throws -> Response {
    let instrument = try (key == "list-24" ? RiskInstrumentTests.list : RiskInstrumentTests.matrix)
      .get()
    return try #require(
      try fixture.answer(
        "/cases/\(file)/risk/\(key)",
        form: RiskAnswers.fields(score, in: instrument) + more + [("step", step)]))
  }

  private func standing(_ fixture: CaseworkFixture, _ file: Reference) throws -> CaseRisk {
    try fixture.database.read { read in
      let id = try fixture.found(file, read).id
      return try #require(try RiskStore.standing(of: [id], read)[id])
    }
  }

  private func opened(_ engine: Engine = .sqlite) throws -> (CaseworkFixture, Reference) {
    let fixture = try CaseworkFixture(engine)
    return (fixture, try fixture.openCase(try fixture.report()))
  }

  @Test(
    "is scored by the server, shown before it is kept, and stands on case and worklist",
    arguments: Engine.tested)
  func assessing(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    let shown = try assess(fixture, file, 31, step: "score")
    #expect(shown.words.contains("31 of 54: Medium"))
    #expect(try standing(fixture, file).level == nil)
    #expect(try assess(fixture, file, 32).status == 303)
    #expect(try standing(fixture, file).level == .high)
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("High, 32"))
    #expect(page.contains("Anti-social behaviour matrix, version 1: 32 of 54, High"))
    let work = try #require(try fixture.answer("/work")).words
    #expect(work.contains("High, 32 Anti-social behaviour matrix, version 1"))
    try assess(fixture, file, 31)
    #expect(try standing(fixture, file).level == .medium)
  }

  /// From a score of 20, which is Medium.
  static let overrides: [(raise: String, reason: String, words: String?)] = [
    ("", "", nil), ("3", "A threat since", nil),
    ("1", "She seems calm", "The answers give Medium. A risk can be raised, never lowered"),
    ("2", "As it is", "The answers give Medium already: choose “As scored”"),
    ("3", "", "Enter why it is raised"),
    ("", "A threat since", "Choose what the risk is raised to"),
  ]

  @Test("can be raised with a reason, never lowered", arguments: overrides)
  func raised(raise: String, reason: String, words: String?) throws {
    let (fixture, file) = try opened()
    let answer = try assess(fixture, file, 20, [("raise", raise), ("raise-reason", reason)])
    if let words {
      #expect(answer.status == 422)
      #expect(answer.words.contains(words))
      #expect(try standing(fixture, file).assessedAt == nil)
    } else {
      #expect(answer.status == 303)
      #expect(try standing(fixture, file).level == (raise == "3" ? .high : .medium))
      let page = try #require(try fixture.answer("/cases/\(file)")).words
      #expect(page.contains("Raised from Medium: A threat since") == (raise == "3"))
    }
  }

  @Test("is not lowered by the database either", arguments: Engine.tested)
  func lowered(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    try assess(fixture, file, 40)
    #expect(throws: DatabaseError.self) {
      try fixture.database.write { try $0.run("UPDATE risk_assessment SET level = 2") }
    }
  }

  @Test("says which question was left out, and keeps the answers that were given")
  func missing() throws {
    let (fixture, file) = try opened()
    let fields = RiskAnswers.fields(20, in: try Self.matrix())
    let answer = try #require(
      try fixture.answer(
        "/cases/\(file)/risk/asb-matrix", form: Array(fields.dropLast()) + [("step", "keep")]))
    #expect(answer.status == 422)
    #expect(answer.words.contains("Choose an answer to “How many more are harmed by it?”"))
    #expect(answer.text.components("checked").count - 1 == 17)
    for wrong in ["4", "-1", "x"] {
      let form = Array(fields.dropLast()) + [("q18", wrong), ("step", "keep")]
      let path = "/cases/\(file)/risk/asb-matrix"
      #expect(try fixture.answer(path, form: form)?.status == 422)
    }
  }

  @Test("keeps its instrument and answers when a later version comes", arguments: Engine.tested)
  func versions(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    try assess(fixture, file, 32)
    let stricter = ShippedInstruments.matrix
      .replacing("band,High,32,10", with: "band,High,50,10")
      .replacing("It was this once", with: "Only this once")
    let form = [("key", "asb-matrix"), ("sheet", stricter)]
    #expect(
      try fixture.answer("/work/instruments/new", as: .administrator, form: form)?.status == 303)
    let page = try #require(try fixture.answer("/cases/\(file)")).words
    #expect(page.contains("High, 32"))
    let old = try #require(try fixture.answer("/cases/\(file)/assessments/1")).words
    #expect(old.contains("Anti-social behaviour matrix, version 1"))
    #expect(old.contains("High 32 to 54"))
    #expect(!old.contains("Only this once"))
    try assess(fixture, file, 32)
    #expect(try standing(fixture, file).title == "Anti-social behaviour matrix, version 2")
    #expect(try standing(fixture, file).level == .medium)
    // A form that was opened before keeps to the version it showed.
    try assess(fixture, file, 32, [("version", "1")])
    #expect(try standing(fixture, file).level == .high)
    #expect(
      try fixture.answer("/work/instruments/new", as: .administrator, form: form)?.status == 422)
  }

  @Test("is told of everybody, or of one person of the case", arguments: Engine.tested)
  func about(engine: Engine) throws {
    let (fixture, file) = try opened(engine)
    for (part, name) in [("victim", "Zebedee Planted"), ("subject", "Quentin Planted")] {
      _ = try fixture.answer("/cases/\(file)/person", form: [("part", part), ("name", name)])
    }
    try assess(fixture, file, 20)
    try assess(fixture, file, 40, [("about", "1"), ("risk-notes", "Planted words")])
    #expect(try standing(fixture, file).level == .high)
    let page = try #require(try fixture.answer("/cases/\(file)/risk")).words
    #expect(page.contains("Zebedee Planted High, 40"))
    #expect(page.contains("All who suffer Medium, 20"))
    // Those complained of are at no risk that is assessed here.
    #expect(try assess(fixture, file, 20, [("about", "2")]).status == 422)
    guard let path = fixture.database.path else { return }
    for file in [path, path + "-wal"] {
      #expect(!(try Bytes.latin(of: file).contains("Planted")))
    }
  }

  @Test("found by the list of domestic abuse stands on the case, and on no list")
  func unlisted() throws {
    let (fixture, file) = try opened()
    try assess(fixture, file, 14, key: "list-24")
    #expect(try #require(try fixture.answer("/cases/\(file)")).words.contains("High, 14"))
    let work = try #require(try fixture.answer("/work")).words
    #expect(!work.contains("High"))
    #expect(!work.contains("Domestic"))
    #expect(work.contains("See the case"))
    #expect(try standing(fixture, file).reassessOn == Day("2026-11-30"))
    try assess(fixture, file, 3)
    #expect(try #require(try fixture.answer("/work")).words.contains("Standard, 3 Anti-social"))
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
