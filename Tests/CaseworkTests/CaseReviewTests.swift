import FeatureKit
import Partnership
import Secrets
import Access
import Database
import HTTP
import Kernel
import TestKit
import Testing

@testable import Casework

@Suite("Asking for a case review", .database)
struct CaseReviewTests {
  static let form: [(String, String)] = [
    ("for", "me"), ("story", "Three complaints, Planted"), ("name", "Zebedee Planted"),
    ("phone", "07700 900123"), ("safe", "phone"), ("times", "any"),
  ]

  @Test("is kept, acknowledged and read by officers alone", arguments: Engine.tested)
  func whole(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let resident = Resident(fixture)
    try resident.go("/case-review")
    #expect(resident.page.words.contains("at least three complaints"))
    try resident.post(Self.form)
    #expect(resident.path == "/case-review/own")
    #expect(resident.page.words.contains("Your request is sent"))
    let line = try #require(
      try fixture.database.read { try CaseReviewStore.page(1, $0) }.reviews.first)
    #expect(resident.page.words.contains(line.reference.description))
    let page = try #require(
      try fixture.visit("/reports/reviews/\(line.reference)", as: .officer))
    #expect(page.words.contains("Three complaints, Planted"))
    #expect(try fixture.status("/reports/reviews/\(line.reference)", as: .coordinator) == 404)
    #expect(
      try fixture.trail() == ["casework.review-requested ", "casework.review-opened "])
  }

  @Test("is kept once, however often its form is sent")
  func once() throws {
    let fixture = try CaseworkFixture()
    let request = CaseReviewRequest(name: "Planted", story: "Planted")
    let references = try (0..<2).map { _ in
      try fixture.database.write { write in
        try CaseReviewStore(fixture.services).add(
          request, once: "one", at: fixture.now, in: write
        ).reference
      }
    }
    #expect(references[0] == references[1])
    #expect(!(try Bytes.latin(of: try #require(fixture.database.path)).contains("Planted")))
  }

  @Test(
    "is refused at its field",
    arguments: [
      ("for", "", CaseReviewForm.noFor), ("story", "", CaseReviewForm.noStory),
      ("name", "", CaseReviewForm.noName), ("phone", "", CaseReviewForm.noContact),
      ("phone", "12", ReporterForm.wrongPhone), ("email", "a@b", ReporterForm.wrongEmail),
      ("safe", "", CaseReviewForm.noWay), ("safe", "letter", CaseReviewForm.unsafe),
      ("times", "", CaseReviewForm.noTimes), ("for", "other", CaseReviewForm.noVictim),
      ("for", "other", CaseReviewForm.noAgreement), ("for", "other", CaseReviewForm.noAgreed),
    ])
  func refusing(field: String, value: String, words: String) throws {
    let resident = Resident(try CaseworkFixture())
    try resident.go("/case-review")
    try resident.post(Self.form.filter { $0.0 != field } + [(field, value)])
    #expect(resident.page.status == 422)
    #expect(resident.page.words.contains(words))
  }
}
