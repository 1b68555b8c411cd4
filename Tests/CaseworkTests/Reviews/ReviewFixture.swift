import FeatureKit
import Access
import Database
import HTTP
import Kernel
import Messages
import Partnership
import TestKit
import Testing

@testable import Casework

/// An application for a case review, worked by a manager.
struct ReviewFixture {
  let casework: CaseworkFixture
  let reference: Reference

  init(_ engine: Engine = .sqlite) throws { try self.init(CaseworkFixture(engine)) }

  init(_ casework: CaseworkFixture, once: String = "once", about: String = "") throws {
    self.casework = casework
    let (services, now) = (casework.services, casework.now)
    reference = try casework.database.write { write in
      let request = CaseReviewRequest(
        name: "Zebedee Planted", email: "zeb@planted.example", references: about,
        story: "Planted noise")
      return try CaseReviewStore(services).add(
        request, once: once, at: now, in: write
      ).reference
    }
  }

  var review: CaseReview {
    get throws {
      let store = CaseReviewStore(casework.services)
      return try #require(try casework.database.read { try store.review(reference, $0) })
    }
  }

  /// Sends a form of the page as it stands.
  @discardableResult
  func act(
    _ act: ReviewAct, _ form: [(String, String)], as role: Role = .manager
  ) throws -> Response {
    let version = ("version", String(try review.version))
    return try #require(
      try casework.visit(
        ReportsRoute.actOn(reference, act).path, as: role, form: [version] + form))
  }

  func page(as role: Role = .manager) throws -> String {
    try #require(try casework.visit(ReportsRoute.review(reference).path, as: role)).words
  }

  /// Enters a complaint made the day it happened, some days before the application.
  func complain(
    _ ago: Int, reference: String = "", _ more: [(String, String)] = []
  ) throws {
    let day = try review.appliedOn.adding(days: -ago).civil
    let days = ["behaviour", "reported"].flatMap { name in
      [
        ("\(name)-day", "\(day.day)"), ("\(name)-month", "\(day.month)"),
        ("\(name)-year", "\(day.year)"),
      ]
    }
    try act(
      .complaint,
      [("body", "council"), ("what", "Planted shouting"), ("reference", reference)] + days + more)
  }

  static let decided = [
    ("decision", "review"), ("bodies", "1"), ("bodies", "3"), ("who", "Head A, Inspector B"),
    ("reason", "You told us three times."),
  ]

  /// The fields of a date.
  static func date(_ name: String, _ day: Day) -> [(String, String)] {
    [
      ("\(name)-day", "\(day.civil.day)"), ("\(name)-month", "\(day.civil.month)"),
      ("\(name)-year", "\(day.civil.year)"),
    ]
  }
}
