import FeatureKit
import Access
import Database
import Design
import HTTP
import Jobs
import Kernel
import Messages
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  /// Keeps a report; its reference.
  func report(_ change: (inout NewReport) -> Void = { _ in }) throws -> Reference {
    let receipt = try database.write { write in
      try store.add(Self.report(change), at: now, in: write).receipt
    }
    guard let reference = Reference(receipt.reference) else { throw CaseProblem.notFound }
    return reference
  }

  /// The status of an answer; 404 where the page is not there for them.
  func work(_ path: String, as role: Role, form: [(String, String)]? = nil) throws -> Int {
    do { return try answer(path, as: role, form: form)?.status ?? 404 } catch let problem
      as any Problem
    { return problem.status }
  }

  /// The answer to somebody who works on reports and cases.
  func answer(
    _ path: String, as role: Role = .officer, form: [(String, String)]? = nil
  ) throws -> Response? {
    try services.answer(try Request(path, form: form), Self.actor(role)) {
      try WorkHandlers(visit: $0).respond()
    }
  }

  static let asb = [
    ("decision", "asb"), ("reason", "Three nights, two witnesses"), ("priority", "2"),
    ("title", "Noise on the stairs"), ("step", "decide"),
  ]

  /// Decides that a report is anti-social behaviour; the case.
  func openCase(
    _ report: Reference, _ fields: [(String, String)] = asb
  ) throws -> Reference {
    _ = try answer("/work/triage/\(report)", form: fields)
    let file = try database.read { read -> CaseFile? in
      guard let found = try store.find(report, read) else { return nil }
      return try CaseStore(services).find(of: found.id, read)
    }
    guard let file else { throw CaseProblem.notFound }
    return file.reference
  }

  func file(_ reference: Reference) throws -> CaseFile {
    let found = try database.read { try CaseStore(services).find(reference, $0) }
    guard let found else { throw CaseProblem.notFound }
    return found
  }

  /// The public entries beside a report, in words.
  func told(_ report: Reference) throws -> [String] {
    try database.read { read in
      guard let found = try store.find(report, read) else { return [] }
      return try ReportEvents(sealing: store.sealing).of(found.id, isPublic: true, read).map {
        $0.words.reveal(for: "test")
      }
    }
  }

  func messages(about report: Reference) throws -> [MessageRecord] {
    try database.read { try services.outbox.messages(about: "report/\(report)", in: $0) }
  }
}
