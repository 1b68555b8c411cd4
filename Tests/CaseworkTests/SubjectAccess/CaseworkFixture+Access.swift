import Access
import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Markup
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  /// The answer to somebody who works on requests for one's own data; what it shows is recorded.
  @discardableResult
  func access(
    _ path: String, as role: Role = .manager, form: [(String, String)]? = nil
  ) throws -> Response? {
    try services.answer(try Request(path, form: form), Self.actor(role)) {
      try AccessHandlers(visit: $0).respond()
    }
  }

  func accessStatus(
    _ path: String, as role: Role = .manager, form: [(String, String)]? = nil
  ) throws -> Int { try FeatureKit.status { try access(path, as: role, form: form) } }

  /// The fields of a request that came today from somebody who showed who they are.
  var requestFields: [(String, String)] {
    [
      ("regime", "general"), ("name", "Zebedee Planted"), ("asker", "They themselves"),
      ("proof", "Passport seen"),
    ] + date("received", "2026-11-20") + date("proved", "2026-11-20")
  }

  /// A request that was opened; its reference.
  func dataRequest() throws -> Reference {
    let response = try access("/data-requests/new", form: requestFields)
    let parts = response?.header("Location")?.split(separator: "/").map(String.init) ?? []
    guard parts.count > 1, let reference = Reference(parts[1]) else { throw AccessProblem.notFound }
    return reference
  }

  /// Says that every record found by its name is theirs.
  func chooseAll(_ request: Reference) throws {
    let codes = try database.read { read -> [String] in
      let acts = AccessActs(services: services, account: nil, now: now)
      guard let found = try acts.store.find(request, read) else { return [] }
      return try acts.search(found, read).found.map {
        AccessRecord(kind: $0.kind, record: $0.record).code
      }
    }
    try access("/data-requests/\(request)/people", form: codes.map { ("record", $0) })
  }

  func review(_ request: Reference) throws -> AccessReview {
    try database.read { read in
      let acts = AccessActs(services: services, account: nil, now: now)
      guard let found = try acts.store.find(request, read) else { throw AccessProblem.notFound }
      return try acts.review(found, read)
    }
  }

  /// Leaves the rest out and releases it; what they are given as one text.
  func released(_ request: Reference) throws -> String {
    try access("/data-requests/\(request)/rest", form: [("rest", "other-person")])
    guard try accessStatus("/data-requests/\(request)/release", form: [("read", "yes")]) == 303
    else {
      throw AccessProblem.notReleased
    }
    return try database.read { read in
      let store = AccessStore(services: services)
      guard let found = try store.find(request, read), let bundle = try store.bundle(found, read)
      else { throw AccessProblem.notReleased }
      let given = bundle.reveal(for: "test")
      return AccessDocument(bundle: given).renderedText() + "\(given)"
    }
  }
}
