import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("Reports that may be an applicant's", .database)
struct OwnReportTests {
  /// The officer's page of an application that came from a contact, with references it gives.
  private struct Applied {
    let review: ReviewFixture
    let reference: Reference

    init(
      _ engine: Engine = .sqlite, phone: String = "", email: String = "", giving: String = ""
    ) throws {
      review = try ReviewFixture(engine)
      let (services, now) = (review.casework.services, review.casework.now)
      reference = try review.casework.database.write { write in
        let request = CaseReviewRequest(
          name: "Zebedee Planted", phone: phone, email: email, references: giving, story: "Noise")
        return try CaseReviewStore(services).add(request, once: "theirs", at: now, in: write)
          .reference
      }
    }

    func page() throws -> Response {
      try #require(
        try review.casework.visit(ReportsRoute.review(reference).path, as: .manager))
    }

    /// Keeps a report that came some days before the application.
    func report(_ ago: Int, _ change: (inout NewReport) -> Void = { _ in }) throws -> Reference {
      let casework = review.casework
      let at = casework.now.adding(seconds: -Double(ago) * 86_400)
      return try casework.database.write { write in
        let receipt = try casework.store.add(CaseworkFixture.report(change), at: at, in: write)
          .receipt
        return try #require(Reference(receipt.reference))
      }
    }
  }

  @Test(
    "are found by the telephone number and the email address, however they are written",
    arguments: Engine.tested)
  func contact(engine: Engine) throws {
    for (phone, email, sign) in [
      ("+44 7700 900123", "", "The same telephone number"),
      ("", "ZEB@planted.example", "The same email address"),
    ] {
      let applied = try Applied(engine, phone: phone, email: email)
      let theirs = try applied.report(40)
      let other = try applied.report(41) { new in
        new.reporter = Sensitive(Reporter(name: "Somebody Else", phone: "07700 900 999"))
      }
      let nobody = try applied.report(42) { new in
        new.identity = .anonymous
        new.reporter = Sensitive(Reporter())
      }
      let page = try applied.page().words
      #expect(page.contains("Reports that may be theirs"))
      #expect(page.contains(theirs.description) && page.contains(sign))
      #expect(!page.contains(other.description) && !page.contains(nobody.description))
    }
  }

  @Test("are found by a reference that is given, in any writing, once each")
  func given() throws {
    let applied = try Applied()
    let first = try applied.report(500)
    let written = [
      "my reference was \(first)", "(\(first.description.lowercased())),",
      "no. \(first.description.replacing("-", with: " ")) and TM-0000-0001",
    ]
    for text in written { #expect(OwnReport.references(in: text).contains(first), "\(text)") }
    #expect(OwnReport.references(in: written.joined(separator: "; ")) == [first])
    #expect(OwnReport.references(in: "I called three times, on 07700 900123").isEmpty)
  }

  @Test("are those of the year up to the day of the application", arguments: Engine.tested)
  func span(engine: Engine) throws {
    let applied = try Applied(engine, phone: "07700 900123")
    let inside = try [0, 366].map { try applied.report($0) }
    let before = try applied.report(367)
    let page = try applied.page().words
    for reference in inside { #expect(page.contains(reference.description)) }
    #expect(!page.contains(before.description))
  }

  @Test("are entered by one button with both days, and listed no more", arguments: Engine.tested)
  func entered(engine: Engine) throws {
    let applied = try Applied(engine, phone: "07700 900123", giving: "TM-0000-0001")
    let happened = try #require(Day("2026-10-30"))
    let reference = try applied.report(20) { new in
      new.occasions = [Occasion(day: happened, hour: nil, minutes: nil)]
    }
    let html = try applied.page().text
    let form = try #require(
      html.split(separator: "<form").first { $0.contains("Enter \(reference)") })
    let fields = form.matches(of: /name="([^"]+)" value="([^"]*)"/).map {
      (String($0.1), String($0.2))
    }
    let path = ReportsRoute.actOn(applied.reference, .complaint).path
    let answer = try #require(
      try applied.review.casework.visit(path, as: .manager, form: fields))
    #expect(answer.status == 303)
    let page = try applied.page().words
    #expect(page.contains("30 October 2026") && page.contains("31 October 2026"))
    #expect(page.contains("1 of 1 complaint counts."))
    #expect(!page.contains("Enter \(reference)") && !page.contains("Reports that may be theirs"))
  }

  @Test("are looked up by index", arguments: Engine.tested)
  func plans(engine: Engine) throws {
    let applied = try Applied(engine)
    let days = try #require(Day("2026-01-01"))...(try #require(Day("2026-11-20")))
    let told = try QueryPlan.of(
      OwnReport.told(by: [[1, 2, 3]], days), applied.review.casework.database)
    #expect(told.uses(index: "report_token_of"), "\(told)")
    let named = try QueryPlan.of(
      OwnReport.named([applied.reference]), applied.review.casework.database)
    #expect(!named.readsAll(of: "r") && !named.readsAll(of: "report"), "\(named)")
  }
}
