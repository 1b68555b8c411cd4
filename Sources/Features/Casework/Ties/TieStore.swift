internal import Access
internal import Database
internal import Kernel

/// Which cases were joined and parted, in the database.
enum TieStore {
  static let most = 50

  /// The ties of a case, the latest first.
  static func ties(of file: CaseFile, _ read: Read) throws -> [CaseTie] {
    try queries(file).flatMap { query in
      try read.all(query) { row in
        CaseTie(
          kind: try row.choice(), other: try row.parsed(), title: try row.text(),
          at: try row.parsed())
      }
    }.sorted { $0.at > $1.at }
  }

  /// One query for each side, so that each is found by an index.
  static func queries(_ file: CaseFile) -> [SQL] {
    [
      select(.joinedToThis, at: "o.closed_at", where: "o.joined_into = \(file.id)"),
      select(.partedFromThis, at: "o.opened_at", where: "o.parted_from = \(file.id)"),
      select(.goesOnThere, at: "\(file.closedAt)", where: "o.id = \(file.joinedInto)"),
      select(.comesFrom, at: "\(file.openedAt)", where: "o.id = \(file.partedFrom)"),
    ]
  }

  private static func select(_ kind: CaseTie.Kind, at: SQL, where condition: SQL) -> SQL {
    """
    SELECT \(kind), o.reference, o.title, \(at) FROM case_file o WHERE \(condition)
    ORDER BY o.id LIMIT \(most)
    """
  }

  /// The case that goes on in place of another: the last of those that were joined one after another;
  /// `nil` where the case itself goes on.
  static func taker(of file: CaseFile, _ cases: CaseStore, _ read: Read) throws -> CaseFile? {
    var taker: CaseFile?
    var next = file.joinedInto
    // A case that was joined is closed for good, so no chain comes back to where it began.
    while let id = next {
      taker = try cases.find(id, read)
      next = taker?.joinedInto
    }
    return taker
  }

  static func join(_ file: ID<CaseFile>, into: ID<CaseFile>, in write: Write) throws {
    try write.run("UPDATE case_file SET joined_into = \(into) WHERE id = \(file)")
  }

  static func part(_ new: ID<CaseFile>, from file: ID<CaseFile>, in write: Write) throws {
    try write.run("UPDATE case_file SET parted_from = \(file) WHERE id = \(new)")
  }
}
