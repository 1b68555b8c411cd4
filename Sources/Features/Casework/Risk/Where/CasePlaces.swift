internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// A place of a case, by its key in the gazetteer.
struct CasePlace: Sendable {
  let key: String
  let name: String
  /// What it has to do with the case; `nil` for a place its reports tell of.
  let words: Sensitive<String>?
}

/// The places of a case: those its reports tell of, and those that were added.
struct CasePlaces: Sendable {
  private static let most = 100
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  /// Adds a place; false where the case has it already.
  func add(
    _ place: KnownPlace, _ words: String, to file: ID<CaseFile>, at now: Instant, in write: Write
  ) throws -> Bool {
    guard try !Self.keys(of: file, write).contains(place.key) else { return false }
    let id: ID<CasePlace>? = try write.first(
      """
      INSERT INTO case_place (case_file, place_key, place_name, added_at, words)
      VALUES (\(file), \(place.key), \(place.words), \(now), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the place was given no id") }
    let sealed = keyring.seal(Sensitive(words), table: "case_place", row: id, column: "words")
    try write.run("UPDATE case_place SET words = \(sealed) WHERE id = \(id)")
    return true
  }

  /// Those that were added first, then those of the reports alone.
  func places(of file: ID<CaseFile>, _ read: Read) throws -> [CasePlace] {
    let added = try read.all(Self.added(file)) { row in
      let id: ID<CasePlace> = try row.id()
      return CasePlace(
        key: try row.text(), name: try row.text(),
        words: try keyring.open(
          try row.bytes(), table: "case_place", row: id, column: "words"))
    }
    let seen = Set(added.map(\.key))
    let reported = try read.all(Self.reported(file)) { row in
      CasePlace(key: try row.text(), name: try row.text(), words: nil)
    }
    return added + reported.filter { !seen.contains($0.key) }
  }

  static func keys(of file: ID<CaseFile>, _ read: Read) throws -> [String] {
    let reported = try read.all(reported(file)) { row in try row.text() }
    let added = try read.all(added(file)) { row in
      _ = try row.int()
      return try row.text()
    }
    return Array(Set(reported + added)).sorted()
  }

  static func added(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT id, place_key, place_name, words FROM case_place WHERE case_file = \(file)
    ORDER BY id LIMIT \(most)
    """
  }

  static func reported(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT r.place_key, MIN(r.place_name) FROM report_decision d JOIN report r ON r.id = d.report
    WHERE d.case_file = \(file) AND r.place_key IS NOT NULL
    GROUP BY r.place_key ORDER BY r.place_key LIMIT \(most)
    """
  }
}
