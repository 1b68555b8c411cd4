import Access
import Commands
import Database
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Asking for somebody else, and being reached safely", .database)
struct ReviewContactTests {
  private static let form: [(String, String)] =
    [
      ("for", "other"), ("story", "Planted noise"), ("name", "Zebedee Planted"),
      ("victim", "Victoria Planted"), ("agreed-how", "In writing"), ("phone", "07700 900123"),
      ("email", "zeb@planted.example"), ("address", "1 Ropewalk\nThornmere"), ("times", "morning"),
      ("safe", "letter"), ("safety", "Nobody else opens the post"), ("channel", "phone"),
    ] + ReviewFixture.date("agreed", Day("2026-11-19") ?? Day(number: 0))
    + ReviewFixture.date("applied", Day("2026-11-20") ?? Day(number: 0))

  private static func form(_ changes: [(String, String)]) -> [(String, String)] {
    form.filter { field in !changes.contains { $0.0 == field.0 } } + changes
  }

  /// The letter that an application gets.
  private func letter(
    _ form: [(String, String)], _ fixture: CaseworkFixture
  ) throws -> MessageRecord {
    #expect(try fixture.status("/reports/reviews/new", as: .officer, form: form) == 303)
    let review = try #require(
      try fixture.database.read { try CaseReviewStore.page(1, $0) }.reviews.first)
    let path = ReportsRoute.actOn(review.reference, .acknowledge).path
    #expect(
      try fixture.status(path, as: .officer, form: [("version", String(review.version))]) == 303)
    return try #require(
      try fixture.database.read { read in
        try fixture.services.outbox.messages(about: review.subject, in: read)
      }.first)
  }

  @Test("keeps sealed who it is for and how they agreed, and shows it", arguments: Engine.tested)
  func consent(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    _ = try letter(Self.form, fixture)
    let review = try #require(
      try fixture.database.read { try CaseReviewStore.page(1, $0) }.reviews.first)
    let page = try #require(
      try fixture.visit(ReportsRoute.review(review.reference).path, as: .officer)
    ).words
    for words in [
      "For Victoria Planted", "They agreed on 19 November 2026: In writing", "1 Ropewalk",
      "By letter. From 8am to midday. Nobody else opens the post",
    ] { #expect(page.contains(words), "\(words)") }
    guard let path = fixture.database.path else { return }
    let bytes = try Bytes.latin(of: path)
    #expect(!bytes.contains("Planted") && !bytes.contains("Ropewalk\n"))
  }

  @Test(
    "sends a letter by the first way that is safe",
    arguments: [
      (["letter"], MessageRoute.letter), (["phone", "letter"], .letter), (["phone"], .phone),
      (["email", "phone"], .email),
    ])
  func ways(safe: [String], route: MessageRoute) throws {
    let fixture = try CaseworkFixture()
    let form = Self.form([("safe", safe[0])]) + safe.dropFirst().map { ("safe", $0) }
    let message = try letter(form, fixture)
    #expect(message.route == route)
    #expect(message.state == .byHand, "it waits for somebody in the outbox")
  }

  @Test("refuses an agreement of tomorrow", arguments: [("2026-11-20", 303), ("2026-11-21", 422)])
  func agreed(day: String, status: Int) throws {
    let fixture = try CaseworkFixture()
    let form =
      Self.form.filter {
        !$0.0.hasPrefix("agreed-d") && !$0.0.hasPrefix("agreed-m") && !$0.0.hasPrefix("agreed-y")
      }
      + ReviewFixture.date("agreed", try #require(Day(day)))
    #expect(try fixture.status("/reports/reviews/new", as: .officer, form: form) == status)
  }

  @Test("is within the hours that are safe, whatever the hour it is written")
  func hours() {
    let contact = ReviewContact(ways: [.email], times: .morning)
    let noon = London.instant(Day(number: 20_776), minute: 12 * 60)
    let next = London.instant(Day(number: 20_777), minute: 8 * 60)
    #expect(contact.safe.firstMoment(from: noon) == next)
    #expect(contact.safe.firstMoment(from: noon.adding(seconds: -1)) == noon.adding(seconds: -1))
    #expect(contact.allows(.email) && !contact.allows(.phone))
  }

  @Test("uses no way where the one that is safe is gone")
  func none() throws {
    var request = CaseReviewRequest(name: "Planted", phone: "07700 900123")
    request.contact = ReviewContact(ways: [.email], times: .any)
    #expect(request.way == nil)
    let reference = try #require(Reference("TM-7K42-0931"))
    let message = try CaseReviewLetter.received(by: nil).message(to: Sensitive(request), reference)
    #expect(message.contact == .never)
  }

  @Test("reads what was kept before it was asked", arguments: Engine.tested)
  func before(engine: Engine) throws {
    let fixture = try ReviewFixture(engine)
    try fixture.act(.acknowledge, [])
    #expect(try fixture.page().contains("Safe to reach Not asked"))
    let subject = try fixture.review.subject
    let sent = try fixture.casework.database.read { read in
      try fixture.casework.services.outbox.messages(about: subject, in: read)
    }
    #expect(sent.map(\.route) == [.email])
  }

  @Test("is taken in the shell from a file, and repeats nothing of it", arguments: Engine.tested)
  func shell(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let folder = try TemporaryFolder.ofCase().path
    func take(_ form: [(String, String)]) throws -> Said {
      let pairs = Dictionary(form) { first, _ in first }.map { "\"\($0)\": \"\($1)\"" }
      let path = folder + "/application.json"
      let text = "{\(pairs.joined(separator: ", ").replacing("\n", with: "\\n"))}"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return fixture.services.shell(ReviewCommand.all, ["reviews", "take", path])
    }
    let taken = try take(Self.form)
    #expect(taken.status == .done && taken.out.contains("Reference  "), "\(taken.all)")
    #expect(!taken.all.contains("Planted"))
    #expect(try fixture.trail().last?.hasPrefix("casework.review-taken") == true)
    let refused = try take(Self.form([("safe", "")]))
    #expect(refused.status != .done && refused.all.contains(CaseReviewForm.noWay))
    #expect(!refused.all.contains("Planted"))
  }
}
