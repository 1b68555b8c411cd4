import Access
import Design
import HTTP
import Jobs
import Kernel
import Partnership

@testable import Places

extension PlacesFixture {
  /// Imports rows as a CSV file of theirs would be.
  @discardableResult
  func importRows(_ text: String, _ kind: RowsKind, year: Int? = nil) throws -> RowsResult {
    try RowsImport(services).run(write("\(kind.rawValue).csv", text), kind, year: year)
  }

  /// The answer to somebody of a role.
  func visit(
    _ path: String..., as role: Role = .analyst, method: Method = .get,
    query: [(String, String)] = [], form: [(String, String)] = [], files: [UploadedFile] = []
  ) throws -> Response? {
    try visit(path: path, as: role, method: method, query: query, form: form, files: files)
  }

  /// The answer to somebody of a role, by the parts of a path.
  @discardableResult
  func visit(
    path: [String], as role: Role = .analyst, method: Method = .get,
    query: [(String, String)] = [], form: [(String, String)] = [], files: [UploadedFile] = []
  ) throws -> Response? {
    let request = Request(
      method, path: path, query: Fields(query), form: Fields(form), files: files)
    let actor = Actor(account: ID(1), organisation: ID(1), role: role)
    return try PlaceHandlers.answer(
      StaffVisit(
        request: request, actor: actor, now: Self.now, frame: .sample, services: services))
  }

  /// Does the jobs that wait.
  func runJobs() throws {
    let runner = JobRunner(
      queue: services.jobs, kinds: [PlaceImportJob.kind], context: services, threads: 1)
    while try runner.runNext() {}
  }
}
