internal import Database
internal import Kernel
internal import Partnership

/// The quality of the months of mapped sources, by the same rules as those of forces.
enum SourceQuality {
  /// Everything there is to know of a source's months.
  static func quality(of saved: SavedMapping, in read: Read) throws -> ForceQuality {
    var months = try read.all(query(saved.id)) { row in
      MonthQuality(
        force: saved.mapping.title, month: try row.parsed(), stored: try row.int(),
        unlocated: try row.int(), repeated: try row.int(), disagreements: try row.int(),
        identical: 0, unnamed: 0, districts: [])
    }
    if saved.mapping.time != .month, let month = months.last?.month,
      let soFar = try ExtractFacts.lastDay(of: saved.id, read).map(SoFar.init),
      soFar.isUnfinished(month)
    {
      months[months.count - 1].reachesTo = soFar.lastDay
    }
    return ForceQuality(saved.mapping.title, months, recorder: saved.mapping.force)
  }

  static func query(_ id: ID<Mapping>) -> SQL {
    """
    SELECT month, CAST(SUM(stored) AS BIGINT), CAST(SUM(unlocated) AS BIGINT), \
      CAST(SUM(repeated) AS BIGINT), CAST(SUM(disagreements) AS BIGINT) \
    FROM incident_part WHERE mapping = \(id) AND state = 'current' \
    GROUP BY month ORDER BY month LIMIT 2500
    """
  }
}
