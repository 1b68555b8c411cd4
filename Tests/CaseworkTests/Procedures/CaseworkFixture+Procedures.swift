import Access
import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Casework

extension CaseworkFixture {
  /// The answer to somebody who looks at procedures.
  func procedures(
    _ path: String, as role: Role = .manager, form: [(String, String)]? = nil
  ) throws -> Response? { try answer(path, as: role, form: form) }

  /// Closes a case a working day after it was opened, with every step met, or with none but the first.
  func closedCase(followed isFollowed: Bool, _ priority: String = "2") throws -> Reference {
    let file = try openCase(
      try report(),
      CaseworkFixture.asb.map { $0.0 == "priority" ? ("priority", priority) : $0 })
    if isFollowed {
      try post(file, "contact", [("with", "All"), ("said", "Heard")])
      try post(file, "action", [("task", "Visit"), ("agency", "1")] + day("due", in: 3))
      let answers = RiskAnswers.fields(40, in: try RiskInstrumentTests.matrix.get())
      try post(file, "risk/asb-matrix", answers + [("step", "keep")])
    }
    return file
  }

  func close(_ file: Reference) throws {
    try post(
      file, "close",
      [("outcome", "resolved"), ("close-reason", "Quiet"), ("close-told", "It stopped")])
  }

  func day(_ name: String, in days: Int) -> [(String, String)] {
    date(name, London.day(now).adding(days: days).description)
  }

  /// Cases closed in October, so many of which followed their procedure; the clock is in December.
  func october(followed: Int, of count: Int) throws -> [Reference] {
    let files = try (0..<count).map { number in
      try closedCase(followed: number < followed, String(number % 3 + 1))
    }
    clock.advance(seconds: 10 * 86_400)
    for file in files { try close(file) }
    clock.advance(seconds: 42 * 86_400)
    return files
  }

  func checked(_ file: Reference) throws -> CheckedCase {
    let found = try self.file(file)
    return try database.read { read in
      try #require(try CaseRecords.checked([found], at: now, read).first)
    }
  }
}
