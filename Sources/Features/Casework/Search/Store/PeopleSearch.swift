internal import Database
internal import Kernel
internal import Names
internal import Secrets

/// Somebody found, with how well the name fits.
struct FoundPerson: Sendable {
  let kind: FoundKind
  let record: Int64
  let name: Sensitive<String>
  let otherNames: Sensitive<String>
  let born: Sensitive<Day?>
  /// What they are in the case or report.
  let part: String
  let place: FoundPlace
  /// How well the name fits; `nil` where only the date of birth was looked for.
  let score: NameScore?
  let isBornThen: Bool

  /// Whether everything that was looked for fits, as far as it is known.
  func isFull(_ query: SearchQuery) -> Bool {
    let isOtherDay = query.born != nil && !isBornThen && born.reveal(for: "comparing") != nil
    return !isOtherDay && (score?.isFull ?? isBornThen)
  }
}

/// The case or report somebody was found in.
struct FoundPlace: Sendable {
  let isCase: Bool
  let reference: Reference
  let title: String
  let state: String
  let placeName: String?
}

/// Looks people up by keyed tokens, then compares the names themselves.
struct PeopleSearch {
  /// The most people that are shown, and of those who fit in part.
  static let (shown, shownInPart) = (50, 10)
  /// The most whose names are opened and compared.
  static let compared = 200

  let keyring: Keyring

  /// Those who fit, the best first; whether there may be more.
  func find(_ query: SearchQuery, _ read: Read) throws -> (people: [FoundPerson], hasMore: Bool) {
    let sought = PersonKeys.sought(query.name, born: query.born)
    guard !sought.isEmpty else { return ([], false) }
    let found = try read.all(sql(sought)) { row in
      (kind: try row.choice(FoundKind.self), record: Int64(try row.int()))
    }
    let opened = try FoundPeople(keyring: keyring).open(found, read)
    let people = opened.compactMap { $0.compared(with: query) }.sorted { left, right in
      rank(left, query) > rank(right, query)
    }
    let (full, partly) = (
      people.filter { $0.isFull(query) }, people.filter { !$0.isFull(query) }
    )
    let shown = Array(full.prefix(Self.shown)) + Array(partly.prefix(Self.shownInPart))
    return (shown, full.count > Self.shown)
  }

  /// Everything fits before some of it, then the date of birth, the name, and the newest first.
  private func rank(_ person: FoundPerson, _ query: SearchQuery) -> (Int, Int, Int, Int, Int64) {
    (
      person.isFull(query) ? 1 : 0, person.isBornThen ? 1 : 0, person.score?.met ?? 0,
      person.score?.strength ?? 0, person.record
    )
  }

  /// The records that meet most of what is looked for; each token is read by its index, no further
  /// than the newest ``compared``, so that a common name costs no more than a rare one.
  func sql(_ sought: [PersonKeys.Sought]) -> SQL {
    let index = SearchIndex(keyring: keyring)
    var halves: [SQL] = []
    for one in sought {
      for token in index.tokens(one.text) {
        let weight = SQL(trusted: String(one.weight))
        let name = SQL(trusted: "t\(halves.count)")
        halves.append(
          """
          SELECT * FROM (SELECT kind, record, \(weight) AS weight FROM search_token
            WHERE token = \(token) ORDER BY record DESC, kind DESC LIMIT \(Self.compared)) \(name)
          """)
      }
    }
    let union = halves.dropFirst().reduce(halves[0]) { $0 + " UNION ALL " + $1 }
    return """
      SELECT kind, record FROM (\(union)) met GROUP BY kind, record
      ORDER BY SUM(weight) DESC, record DESC, kind LIMIT \(Self.compared)
      """
  }
}
