import Access
import Database
import Design
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  /// The answer to somebody who searches.
  func searching(
    _ path: String = "/search", as role: Role = .officer, _ form: [(String, String)]? = nil
  ) throws -> Response? {
    try services.answer(try Request(path, form: form), Self.actor(role)) {
      try SearchHandlers(visit: $0).respond()
    }
  }

  /// What a search finds.
  func search(_ typed: String, born: Day? = nil) throws -> SearchResult {
    let query = try SearchQuery(typed, born: born, letters: services.settings.letters)
    return try database.read { try Search(services: services).find(query, $0) }
  }

  /// The names that fit all of what is looked for.
  func names(_ typed: String, born: Day? = nil) throws -> [String] {
    let query = try SearchQuery(typed, born: born, letters: services.settings.letters)
    return try search(typed, born: born).people.filter { $0.isFull(query) }.map {
      $0.name.reveal(for: "test")
    }
  }

  /// Adds people to one case.
  func add(
    _ names: [String], to file: ID<CaseFile>, as part: CasePart = .victim,
    _ change: (inout CasePerson.Content) -> Void = { _ in }
  ) throws {
    let parts = CasePartStore(keyring: services.keyring)
    try database.write { write in
      for name in names {
        var content = CasePerson.Content(name: name)
        change(&content)
        try parts.add(content, as: part, to: file, at: now, in: write)
      }
    }
  }

  /// A case that names nobody yet.
  func emptyCase() throws -> CaseFile {
    try file(try openCase(try report { $0.reporter = Sensitive(Reporter()) }))
  }
}
