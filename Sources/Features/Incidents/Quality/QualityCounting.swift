internal import Database

/// The statements that count what the quality of snapshots is read from.
///
/// They run once a snapshot: its rows are never changed afterwards.
enum QualityCounting {
  /// Counts and keeps what a snapshot's rows and cells say of its quality.
  static func keep(_ snapshot: Int64, in write: Write) throws {
    try write.run(facts(of: "s.id = \(snapshot)"))
    try write.run(districts(of: "s.id = \(snapshot)"))
  }

  /// Forgets it again, for a snapshot that is not to be kept.
  static func forget(_ snapshot: Int64, in write: Write) throws {
    try write.run("DELETE FROM incident_quality WHERE snapshot = \(snapshot)")
    try write.run("DELETE FROM incident_district WHERE snapshot = \(snapshot)")
  }

  /// Rows that say what another without an id says, and those “On or near” nothing.
  static func facts(of snapshots: SQL) -> SQL {
    """
    INSERT INTO incident_quality (snapshot, identical, unnamed) \
    SELECT s.id, \
      (SELECT CAST(COALESCE(SUM(g.n - 1), 0) AS BIGINT) FROM \
        (SELECT COUNT(*) AS n FROM incident i WHERE \(ofSnapshot) AND i.crime_id IS NULL \
          GROUP BY i.category, i.place, i.outcome, i.falls_within HAVING COUNT(*) > 1) g), \
      (SELECT COUNT(*) FROM incident i JOIN incident_place p ON p.id = i.place \
        WHERE \(ofSnapshot) AND p.street IN ('On or near', 'On or near ')) \
    FROM incident_snapshot s WHERE \(snapshots)
    """
  }

  /// Rows by district: an LSOA's name is its district's and a number, such as `Luton 001A`.
  static func districts(of snapshots: SQL) -> SQL {
    """
    INSERT INTO incident_district (snapshot, name, count) \
    SELECT d.snapshot, d.name, CAST(SUM(d.count) AS BIGINT) FROM \
      (SELECT s.id AS snapshot, i.count, CASE WHEN length(l.name) > 5 \
          THEN substr(l.name, 1, length(l.name) - 5) ELSE l.name END AS name \
        FROM incident_snapshot s CROSS JOIN incident_cell i CROSS JOIN incident_lsoa l \
        WHERE \(snapshots) AND \(ofSnapshot) AND l.id = i.lsoa) d \
    GROUP BY d.snapshot, d.name
    """
  }

  /// The rows and the cells of a snapshot lie together: its id × 2²⁴ and on.
  private static let ofSnapshot: SQL = "i.id >= s.id * 16777216 AND i.id < (s.id + 1) * 16777216"
}
