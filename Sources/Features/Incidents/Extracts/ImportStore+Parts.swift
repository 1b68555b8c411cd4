internal import Database
internal import Kernel

/// What an import of a mapped source writes before it is made visible, in short transactions.
extension ImportStore {
  /// The words a source has so far, with the numbers of those to come.
  func words(of mapping: ID<Mapping>) throws -> ExtractWords {
    let codes = CodeStore(database: database)
    let words = try database.read { read in
      var words: [(id: Int, kind: ExtractWords.Kind, text: String)] = []
      try read.each("SELECT id, kind, text FROM incident_word WHERE mapping = \(mapping)") { row in
        words.append((try row.int(), try row.choice(), try row.text()))
      }
      return words
    }
    return ExtractWords(words, numbers: .init(size: 1024) { try codes.reserve("word", $0) })
  }

  /// Whether anything of a source counts.
  func hasParts(of mapping: ID<Mapping>) throws -> Bool {
    try database.read { read in
      try read.first(
        """
        SELECT id FROM incident_part WHERE mapping = \(mapping) AND state = 'current' LIMIT 1
        """
      ) { row in try row.int() } != nil
    }
  }

  /// Makes the part of one month of a file, not yet visible to anyone.
  func addPart(
    _ month: Month, of mapping: SavedMapping, file: Int64, run: Int64
  ) throws -> Int64 {
    try database.write { write in
      Int64(
        try write.count(
          """
          INSERT INTO incident_part (mapping, version, run, file, month, state) VALUES \
            (\(mapping.id), \(mapping.version), \(run), \(file), \(month), 'loading') RETURNING id
          """))
    }
  }

  /// Writes a batch of events, after the words they are coded by.
  func write(_ batch: ExtractBatch, of mapping: ID<Mapping>, run: Int64) throws {
    guard !batch.isEmpty else { return }
    try database.bulkWrite { write in
      var words = batch.words.makeIterator()
      if !batch.words.isEmpty {
        try write.insert(into: "incident_word", columns: ["id", "mapping", "kind", "text"]) {
          words.next().map {
            [.int($0.id), .int(mapping.rawValue), .text($0.kind.rawValue), .text($0.text)]
          }
        }
      }
      var events = batch.events.makeIterator()
      if !batch.events.isEmpty {
        try write.insert(into: "incident_event", columns: CodedEvent.columns) {
          events.next().map { $0.event.values(id: $0.id) }
        }
      }
      try write.run("UPDATE incident_run SET seen_at = \(clock.now()) WHERE id = \(run)")
      FaultPoint.reach("incidents.events")
    }
  }

  /// Writes what is known of a part once its file is read.
  func write(_ facts: PartLoad.Facts, _ tally: PartTally, of part: Int64) throws {
    try database.bulkWrite { write in try PartStore.keep(facts, tally, of: part, in: write) }
  }

  /// The newest events of some identities that count, or that this run has read before.
  func events(
    of identities: [UInt64], run: Int64
  ) throws -> [UInt64: (id: Int64, event: CodedEvent)] {
    var found: [UInt64: (id: Int64, event: CodedEvent)] = [:]
    try database.read { read in
      for first in stride(from: 0, to: identities.count, by: 512) {
        let some = identities[first..<min(first + 512, identities.count)]
        try read.each(PartStore.identityQuery(Array(some), run: run)) { row in
          let id = Int64(try row.int())
          let event = try CodedEvent(try row.parsed(Month.self), row: &row)
          found[event.identity] = (id, event)
        }
      }
    }
    return found
  }

  /// Deletes parts that never counted, with their events and counts.
  func clear(parts sql: SQL) throws {
    let parts = try database.read { read in try read.all(sql) { row in Int64(try row.int()) } }
    for part in parts {
      _ = try clear(rows: "incident_event", of: part)
      try database.write { write in
        try write.run("DELETE FROM incident_tally WHERE part = \(part)")
        try write.run("DELETE FROM incident_unlocated WHERE part = \(part)")
        try write.run("DELETE FROM incident_part WHERE id = \(part)")
      }
    }
  }
}
