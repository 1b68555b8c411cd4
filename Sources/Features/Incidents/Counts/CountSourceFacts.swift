internal import Database
internal import Kernel
internal import Partnership

/// What a source is asked before it is counted: its months, files, words and gaps.
struct CountSourceFacts {
  let source: CountSource
  let read: Read

  /// The sources there are counts of, the police's files first.
  static func sources(_ read: Read) throws -> [CountSource] {
    let mapped = try MappingStore.all(read).filter {
      try ExtractFacts.months(of: $0.id, read) != nil
    }
    return [.policeUK] + mapped.map { CountSource($0) }
  }

  /// The latest month of some forces, or of the mapped source, and the files it comes from; `nil`
  /// where there is none.
  func latest(_ area: IncidentArea?) throws -> SourceFacts? {
    guard let mapping = source.mapping else { return try OverviewStore.latest(area, in: read) }
    guard let month = try ExtractFacts.months(of: mapping, read)?.upperBound else { return nil }
    let files = try read.all(
      """
      SELECT DISTINCT i.name, r.as_of, CAST(SUM(p.unlocated) AS BIGINT) \
      FROM incident_part p JOIN incident_file i ON i.id = p.file JOIN incident_run r ON r.id = p.run \
      WHERE p.mapping = \(mapping) AND p.state = 'current' AND p.month = \(month) \
      GROUP BY i.name, r.as_of ORDER BY i.name LIMIT 100
      """
    ) { row in (name: try row.text(), asOf: try row.parsed(Day.self), unlocated: try row.int()) }
    return SourceFacts(
      month: month, asOf: files.map(\.asOf).max() ?? month.lastDay, files: files.map(\.name),
      unlocated: files.reduce(0) { $0 + $1.unlocated },
      lastDay: source.precision.time == .month ? nil : try ExtractFacts.lastDay(of: mapping, read))
  }

  /// The first month; `nil` where there is none.
  func first(_ area: IncidentArea?) throws -> Month? {
    try source.mapping.map { try ExtractFacts.months(of: $0, read)?.lowerBound }
      ?? OverviewStore.first(area, in: read)
  }

  /// The kinds of incident in its words.
  func categories() throws -> [String] {
    try source.mapping.map { try ExtractFacts.categories(of: $0, read) }
      ?? OverviewStore.categories(read)
  }

  /// What may become of an incident, in its words.
  func outcomes() throws -> [String] {
    guard let mapping = source.mapping else { return try OverviewStore.outcomes(read) }
    return try read.all(
      """
      SELECT text FROM incident_word WHERE mapping = \(mapping) AND kind = 'outcome' \
      ORDER BY text LIMIT 2000
      """
    ) { row in try row.text() }
  }

  /// Which of some months were imported, of how many forces.
  func imported(_ months: ClosedRange<Month>, _ area: IncidentArea?) throws -> ImportedMonths {
    guard let mapping = source.mapping else {
      let forces = try OverviewStore.months(months, area, in: read)
      return ImportedMonths(
        asked: months, forces: forces, all: area?.forces.count ?? forces.values.max() ?? 0)
    }
    let there = try ExtractFacts.monthList(of: mapping, months, read)
    return ImportedMonths(
      asked: months, forces: Dictionary(there.map { ($0, 1) }) { first, _ in first }, all: 1)
  }
}
