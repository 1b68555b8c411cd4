import Database
import FoundationEssentials
import Kernel
import Names
import Partnership
import Secrets
import TestKit
import Testing

@testable import Casework

/// For Benchmarks/run, which says how many people there are; no part of the tests.
@Suite("The cost of finding people", .database)
struct PersonSearchCost {
  static let people = ProcessInfo.processInfo.environment["HAMLET_BENCH_PEOPLE"].flatMap { Int($0) }
  private static let rounds = 40

  @Test(.enabled(if: people != nil))
  func cost() throws {
    let count = try #require(Self.people)
    let fixture = try CaseworkFixture()
    let file = try fixture.emptyCase()
    try fill(fixture, file.id, count)
    var times: [Duration] = []
    for round in 0..<Self.rounds {
      let name = NamePairs.others[round * 37 % NamePairs.others.count]
      let clock = ContinuousClock()
      times.append(try clock.measure { _ = try fixture.search(name) })
    }
    let median = times.sorted()[times.count / 2]
    let milliseconds =
      Double(median.components.attoseconds) / 1e15
      + Double(median.components.seconds) * 1000
    print("{\"people\": \(count), \"milliseconds\": \(milliseconds)}")
  }

  /// People of the same two thousand names, so that common names have long lists of tokens.
  private func fill(_ fixture: CaseworkFixture, _ file: ID<CaseFile>, _ count: Int) throws {
    let names = NamePairs.others
    let index = SearchIndex(keyring: fixture.services.keyring)
    let keyring = fixture.services.keyring
    let kept = try names.map { name in
      try PersonKeys.kept(NameWords(name), born: nil).compactMap { index.tokens($0).first }
    }
    try fixture.database.write { write in
      var number = 0
      let first = try write.count("SELECT COALESCE(MAX(id), 0) FROM case_person") + 1
      try write.insert(
        into: "case_person", columns: ["id", "case_file", "part", "added_at", "content"]
      ) {
        guard number < count else { return nil }
        defer { number += 1 }
        let id = ID<CasePerson>(Int64(first + number))
        let content = CasePerson.Content(name: names[number % names.count])
        let sealed = keyring.seal(
          try ReportSealing.text(content), table: "case_person", row: id, column: "content")
        return [id.bound, file.bound, "victim".bound, fixture.now.bound, sealed.bound]
      }
      var (person, token) = (0, 0)
      try write.insert(into: "search_token", columns: ["token", "record", "kind"]) {
        while person < count, token == kept[person % kept.count].count {
          (person, token) = (person + 1, 0)
        }
        guard person < count else { return nil }
        defer { token += 1 }
        return [
          kept[person % kept.count][token].bound, Int64(first + person).bound,
          FoundKind.person.bound,
        ]
      }
    }
  }
}
