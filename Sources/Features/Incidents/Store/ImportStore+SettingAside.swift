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

  /// What publishing would do with the months of files that are read but not stored.
  func outcome(of read: [TrialMonth], asOf: Day) throws -> (replaced: Int, aside: [MonthSetAside]) {
    let current = try currentMonths()
    var (replaced, aside) = (0, [MonthSetAside]())
    var kept: Set<TrialMonth.Key> = []
    for one in read {
      if let there = current[one.key] {
        let isStray =
          one.stored < there.stored
          && read.contains { $0.file == one.file && $0.stored > one.stored * Self.astray }
        guard there.asOf <= asOf, !isStray else {
          aside.append(
            MonthSetAside(
              month: one.key.month, force: there.force, why: there.asOf > asOf ? .older : .stray))
          continue
        }
      }
      let isFirst = kept.insert(one.key).inserted
      if !isFirst || current[one.key] != nil { replaced += 1 }
    }
    return (replaced, aside.sorted { ($0.month, $0.force) < ($1.month, $1.force) })
  }

  private func currentMonths() throws -> [TrialMonth.Key: CurrentMonth] {
    let months = try database.read { read in
      try read.all(
        """
        SELECT s.force, s.month, s.stored, r.as_of, f.name FROM incident_snapshot s \
        JOIN incident_run r ON r.id = s.run JOIN incident_force f ON f.id = s.force \
        WHERE s.state = 'current' LIMIT 100000
        """
      ) { row in
        (
          TrialMonth.Key(force: Int32(try row.int()), month: try row.parsed()),
          CurrentMonth(stored: try row.int(), asOf: try row.parsed(), force: try row.text())
        )
      }
    }
    return Dictionary(months, uniquingKeysWith: { first, _ in first })
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

/// What counts of a force and month now.
private struct CurrentMonth {
  let stored: Int
  let asOf: Day
  let force: String
}
