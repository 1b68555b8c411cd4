internal import Database

/// The dictionaries: what a run knows at its start, and how it adds to them.
struct CodeStore {
  let database: Database

  /// How many kinds of crime, outcomes or forces there may be; England and Wales have 14, 27, 44.
  private static let mostWords = 250

  /// Reads the dictionaries; what a run adds to them is kept.
  func load() throws -> Codes { try load(adding: add, reserving: reserve) }

  /// Reads the dictionaries for a run that keeps nothing: what it adds has numbers of its own.
  func loadForTrial() throws -> Codes {
    var next: Int64 = 1 << 30
    let take = { (count: Int) in
      defer { next += Int64(count) }
      return next
    }
    return try load(adding: { _, _ in Int(take(1)) }, reserving: { _, count in take(count) })
  }

  private func load(
    adding add: @escaping (String, Words) throws -> Int,
    reserving reserve: @escaping (String, Int) throws -> Int64
  ) throws -> Codes {
    let fingerprint = Fingerprint()
    return try database.read { read in
      func words(_ kind: Words) throws -> WordCodes {
        WordCodes(words: try known(kind, read), limit: Self.mostWords, fingerprint: fingerprint) {
          try add($0, kind)
        }
      }
      return Codes(
        fingerprint: fingerprint, places: try places(fingerprint, read),
        categories: try words(.category), outcomes: try words(.outcome),
        forces: try words(.force),
        numbers: NumberBlocks(
          places: .init(size: 8192) { try reserve("place", $0) },
          lsoas: .init(size: 512) { try reserve("lsoa", $0) }))
    }
  }

  private enum Words {
    case category, outcome, force
  }

  private func known(_ kind: Words, _ read: Read) throws -> [(id: Int, name: String)] {
    let sql: SQL =
      switch kind {
      case .category: "SELECT id, name FROM incident_category ORDER BY id LIMIT 1000"
      case .outcome: "SELECT id, name FROM incident_outcome ORDER BY id LIMIT 1000"
      case .force: "SELECT id, name FROM incident_force ORDER BY id LIMIT 1000"
      }
    return try read.all(sql) { row in (id: try row.int(), name: try row.text()) }
  }

  /// Adds a word, or finds the number another import has given it meanwhile.
  private func add(_ word: String, _ kind: Words) throws -> Int {
    let sql: SQL =
      switch kind {
      case .category:
        """
        INSERT INTO incident_category (name, is_crime) \
        VALUES (\(word), \(CrimeCategory.isCrime(word))) \
        ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id
        """
      case .outcome:
        """
        INSERT INTO incident_outcome (name) VALUES (\(word)) \
        ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id
        """
      case .force:
        """
        INSERT INTO incident_force (name) VALUES (\(word)) \
        ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id
        """
      }
    return try database.write { write in try write.count(sql) }
  }

  private func places(_ fingerprint: Fingerprint, _ read: Read) throws -> PlaceCodes {
    var codes = PlaceCodes(fingerprint: fingerprint)
    try read.each("SELECT id, code, name FROM incident_lsoa") { row in
      codes.load(lsoa: try row.int(), code: try row.text(), name: try row.text())
    }
    try read.each(
      """
      SELECT p.id, p.longitude, p.latitude, p.street, l.id, l.code, l.name \
      FROM incident_place p LEFT JOIN incident_lsoa l ON l.id = p.lsoa
      """
    ) { row in
      let id = try row.int()
      let east = try row.optionalInt()
      let north = try row.optionalInt()
      let street = try row.text()
      let lsoa = try row.optionalInt()
      var coordinate: Coordinate?
      if let east, let north {
        coordinate = Coordinate(longitude: Int32(east), latitude: Int32(north))
      }
      codes.load(
        place: id, coordinate: coordinate, street: street, code: try row.optionalText() ?? "",
        name: try row.optionalText() ?? "", lsoa: lsoa)
    }
    return codes
  }

  /// The first of `count` numbers that no other run will be given.
  func reserve(_ kind: String, _ count: Int) throws -> Int64 {
    try database.write { write in
      Int64(
        try write.count(
          """
          UPDATE incident_next_id SET next = next + \(count) WHERE kind = \(kind) \
          RETURNING next - \(count)
          """))
    }
  }
}
