internal import Database
internal import Kernel
internal import Partnership

/// The parts of mapped sources: what is known of them, and the counts kept of them.
enum PartStore {
  /// The division of the source's own area codes.
  static let ownAreas: Int64 = 0

  /// Keeps what is known of a part, in place of what was known before.
  static func keep(
    _ facts: PartLoad.Facts, _ tally: PartTally, of part: Int64, in write: Write
  ) throws {
    try write.run("DELETE FROM incident_tally WHERE part = \(part)")
    try keep(tally, of: part, division: ownAreas, in: write)
    try keep(facts.unlocatedKinds, of: part, in: write)
    try write.run(
      """
      UPDATE incident_part SET stored = \(facts.stored), unlocated = \(facts.unlocated), \
        repeated = \(facts.repeated), disagreements = \(facts.disagreements), \
        uncertain = \(facts.uncertain), last_day = \(facts.lastDay) WHERE id = \(part)
      """)
  }

  /// Keeps the counts of a part by the areas of a division.
  static func keep(
    _ tally: PartTally, of part: Int64, division: Int64, in write: Write
  ) throws {
    var cells = tally.ordered.makeIterator()
    try write.insert(
      into: "incident_tally",
      columns: ["part", "division", "scale", "period", "category", "area", "outcome", "count"]
    ) {
      cells.next().map { cell, count in
        [
          .int(part), .int(division), cell.scale.rawValue.bound, cell.period.bound,
          cell.category.bound, cell.area.bound, cell.outcome.bound, .real(count),
        ]
      }
    }
  }

  private static func keep(
    _ unlocated: [PartLoad.Facts.Kind: Int], of part: Int64, in write: Write
  ) throws {
    try write.run("DELETE FROM incident_unlocated WHERE part = \(part)")
    var kinds = unlocated.makeIterator()
    try write.insert(
      into: "incident_unlocated", columns: ["part", "category", "outcome", "count"]
    ) {
      kinds.next().map { kind, count in
        [.int(part), kind.category.bound, kind.outcome.bound, count.bound]
      }
    }
  }

  /// The events of some identities, the newest of each last.
  static func identityQuery(_ identities: [UInt64], run: Int64) -> SQL {
    let keys = identities.map { Int64(bitPattern: $0) }
    return """
      SELECT e.id, p.month, \(CodedEvent.selected) \
      FROM incident_event e JOIN incident_part p ON p.id = e.id / 16777216 \
      WHERE e.identity IN (\(list: keys)) AND (p.state = 'current' OR p.run = \(run)) ORDER BY e.id
      """
  }

  /// The events of a part, in the order of its file.
  static func each(of part: Int64, _ read: Read, _ body: (CodedEvent) throws -> Void) throws {
    let month = try read.first("SELECT month FROM incident_part WHERE id = \(part)") { row in
      try row.parsed(Month.self)
    }
    guard let month else { return }
    try read.each(
      """
      SELECT \(CodedEvent.selected) FROM incident_event e \
      WHERE e.id >= \(part << 24) AND e.id < \((part + 1) << 24) ORDER BY e.id
      """
    ) { row in try body(CodedEvent(month, row: &row)) }
  }

  /// Deletes events that gave way to newer ones, and counts their parts anew.
  static func remove(_ events: [Int64], of mapping: Mapping, in write: Write) throws {
    for first in stride(from: 0, to: events.count, by: 512) {
      let some = Array(events[first..<min(first + 512, events.count)])
      try write.run("DELETE FROM incident_event WHERE id IN (\(list: some))")
    }
    for part in Set(events.map { $0 >> 24 }).sorted() { try recount(part, mapping, in: write) }
  }

  private static func recount(_ part: Int64, _ mapping: Mapping, in write: Write) throws {
    var facts = try write.first(
      "SELECT repeated, disagreements FROM incident_part WHERE id = \(part)"
    ) { row in
      var facts = PartLoad.Facts()
      facts.repeated = try row.int()
      facts.disagreements = try row.int()
      return facts
    }
    var tally = PartTally()
    try each(of: part, write) { event in
      facts?.add(event, isLocated: event.isLocated(by: mapping))
      tally.add(event, area: event.area ?? 0)
    }
    guard let facts else { return }
    try write.run("DELETE FROM incident_division_part WHERE part = \(part)")
    try keep(facts, tally, of: part, in: write)
  }
}

extension CodedEvent {
  /// Whether it has a place, as exactly as its source gives places.
  func isLocated(by mapping: Mapping) -> Bool {
    mapping.place == .area ? area != nil : place != nil
  }
}
