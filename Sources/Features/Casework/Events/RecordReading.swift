internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Somebody who looked at a case or a report or changed it, from the audit trail.
struct RecordReading {
  /// The number of the row of the trail.
  let number: Int
  /// `nil` where it was the program, or a resident.
  let actor: ID<Account>?
  let name: String
  let at: Instant
  let action: String

  /// Some readings of a subject of the trail, the latest first, and whether there are older ones; `before`
  /// is a row of the trail.
  static func latest(
    _ most: Int, of subject: String, before: Int?, _ services: Services, _ read: Read
  ) throws -> (readings: [RecordReading], hasOlder: Bool) {
    var filter = AuditFilter()
    filter.subject = subject
    let (entries, hasOlder) = try services.audit.page(filter, before: before, limit: most, read)
    var names: [ID<Account>: String] = [:]
    for id in Set(entries.compactMap(\.actor)) {
      names[id] = try services.people.name(of: id, in: read)?.reveal(for: "who looked")
    }
    let readings = entries.map { entry in
      RecordReading(
        number: entry.number, actor: entry.actor,
        name: entry.actor.map { names[$0] ?? "Somebody without an account now" } ?? "The program",
        at: entry.at, action: services.actions[entry.action] ?? entry.action)
    }
    return (readings, hasOlder)
  }
}

/// Who looked and when, the latest first.
struct RecordReadings: HTML {
  let readings: [RecordReading]
  /// What stands where there are none.
  let empty: String

  var body: some HTML {
    DataTable(
      caption: "The latest first", columns: [.text("Who"), .text("When"), .text("What")],
      rows: readings.map { [.text($0.name), .text(London.words($0.at)), .text($0.action)] },
      empty: empty)
  }
}
