import Access
import FeatureKit
import HTTP
import Kernel
import TestKit
import Testing

@testable import Casework

extension CaseworkFixture {
  func words(_ path: String) throws -> String { try #require(try answer(path)).words }

  /// Posts a form of a case.
  @discardableResult
  func post(
    _ file: Reference, _ act: String, _ form: [(String, String)]
  ) throws -> Response {
    try #require(try answer("/cases/\(file)/\(act)", form: form))
  }

  func join(
    _ file: Reference, to into: Reference, _ form: [(String, String)]
  ) throws -> Response {
    try post(file, "join", [("into", into.description)] + form)
  }

  /// Two cases of a report each.
  func two() throws -> (Reference, Reference) {
    (try openCase(try report()), try openCase(try report()))
  }

  func reports(of file: Reference) throws -> [Reference] {
    let id = try self.file(file).id
    return try database.read { try CaseStore(services).reports(of: id, $0).map(\.reference) }
  }

  /// Gives a case something of every kind that belongs to cases.
  func fill(_ file: Reference) throws {
    try post(file, "person", [("part", "victim"), ("name", "Person A")])
    for task in ["Mend the lock", "Call the landlord"] {
      try post(file, "action", [("task", task), ("agency", "1")] + date("due", "2026-11-23"))
    }
    let id = try self.file(file).id
    let done = try database.read { read in
      try CaseStore(services).parts.actions(of: id, read)[1].id
    }
    try post(file, "finish", [("action", done.description)])
    try post(file, "vehicle", [("mark", "AB12 CDE")])
    try post(file, "tags", [("tags", "kitchen")])
    try post(file, "referral", ReferralTests.form)
    try post(file, "note", [("kind", "fact"), ("note", "Heard from flat 12")])
    try post(
      file, "marker",
      [("marker-about", "place/street/1"), ("warning", "Guard dog"), ("marker-evidence", "Seen")]
        + date("marker-review", "2027-01-15"))
    let answers = RiskAnswers.fields(40, in: try RiskInstrumentTests.matrix.get())
    try post(file, "risk/asb-matrix", answers + [("step", "keep")])
    _ = try addEvidence(file)
  }
}
