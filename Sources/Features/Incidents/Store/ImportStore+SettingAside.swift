internal import Database
internal import Kernel

/// A month of an import that does not take the place of the one that is current.
struct MonthSetAside: Equatable, Sendable {
  let month: Month
  let force: String
  let why: Why

  enum Why: Equatable, Sendable {
    /// Its files were fetched before those of the current month.
    case older
    /// It is hardly a hundredth of the file it comes in, and less than is current: rows gone astray.
    case stray
  }

  /// What was set aside and why, for a person.
  var words: String {
    switch why {
    case .older:
      "\(month.words) of \(force) stays as it is: what is there was fetched later than this file."
    case .stray:
      "\(month.words) of \(force) stays as it is: the file is of another month and has only a few "
        + "rows of this one."
    }
  }
}

extension ImportStore {
  /// A month is astray where another month of its file has over so many times as many rows.
  private static let astray = 100

  /// Keeps months from taking the place of better ones: they are stored, and superseded at once.
  func setAside(run: Int64, in write: Write) throws -> [MonthSetAside] {
    let found = try write.all(setAsideQuery(run)) { row in
      (
        id: Int64(try row.int()),
        aside: MonthSetAside(
          month: try row.parsed(), force: try row.text(),
          why: try row.int() == 1 ? .older : .stray)
      )
    }
    for one in found {
      try write.run("UPDATE incident_snapshot SET state = 'superseded' WHERE id = \(one.id)")
    }
    return found.map(\.aside)
  }

  private func setAsideQuery(_ run: Int64) -> SQL {
    """
    SELECT n.id, n.month, f.name, CASE WHEN s.as_of > r.as_of THEN 1 ELSE 0 END \
    FROM incident_snapshot n JOIN incident_run r ON r.id = n.run \
      JOIN incident_force f ON f.id = n.force \
      JOIN incident_snapshot c ON c.state = 'current' AND c.month = n.month AND c.force = n.force \
      JOIN incident_run s ON s.id = c.run \
    WHERE n.run = \(run) AND n.state = 'loading' AND (s.as_of > r.as_of \
      OR (n.stored < c.stored AND EXISTS (SELECT 1 FROM incident_snapshot o \
        WHERE o.run = \(run) AND o.file = n.file AND o.stored > n.stored * \(Self.astray)))) \
    ORDER BY n.month, f.name LIMIT 100000
    """
  }
}
