internal import Database
internal import Kernel

extension ImportStore {
  /// Makes every part of a run current in one transaction; what they replace gives way in it too.
  ///
  /// `last` is what else belongs to the same transaction. The result has how many rows, or months
  /// of a table of months, gave way.
  func publishParts(
    of mapping: SavedMapping, run: Int64, counts: ImportCounts, replaced: [Int64],
    refused: [RefusedRow], _ last: (Write, ImportCounts) throws -> Void
  ) throws -> ImportCounts {
    FaultPoint.reach("incidents.parts.publish")
    let counts = try database.write { write in
      var counts = counts
      if mapping.mapping.rows == .months {
        counts.replaced = try supersede(mapping.id, run: run, in: write)
      }
      try write.run(
        "UPDATE incident_part SET state = 'current' WHERE run = \(run) AND state = 'loading'")
      try PartStore.remove(replaced, of: mapping.mapping, in: write)
      try refusals.insert(refused, run: run, in: write)
      try finish(run: run, state: "done", message: "", counts, in: write)
      try last(write, counts)
      FaultPoint.reach("incidents.parts.published")
      return counts
    }
    FaultPoint.reach("incidents.parts.acknowledge")
    return counts
  }

  /// Lets the months of a table of months give way to those of a run, the last of its files first;
  /// they are kept but no longer counted.
  private func supersede(_ mapping: ID<Mapping>, run: Int64, in write: Write) throws -> Int {
    let before = try write.run(
      """
      UPDATE incident_part SET state = 'superseded' \
      WHERE mapping = \(mapping) AND state = 'current' AND EXISTS \
        (SELECT 1 FROM incident_part n WHERE n.run = \(run) AND n.state = 'loading' \
          AND n.month = incident_part.month)
      """)
    let among = try write.run(
      """
      UPDATE incident_part SET state = 'superseded' WHERE run = \(run) AND state = 'loading' \
        AND EXISTS (SELECT 1 FROM incident_part n WHERE n.run = \(run) AND n.state = 'loading' \
          AND n.month = incident_part.month AND n.id > incident_part.id)
      """)
    return before + among
  }
}
