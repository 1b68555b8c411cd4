internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// The restricted list in the database: marks sealed, found by keyed hashes.
struct VehicleStore: Sendable {
  static let table: StaticString = "tasking_vehicle"
  private static let platePurpose: StaticString = "tasking.vehicle.plate"
  /// The most that are read at once; proposals that wait among them.
  static let mostRead = 100

  let keyring: Keyring

  /// Those on the list and proposed for it on a day, the first proposed first.
  func current(on today: Day, _ read: Read) throws -> [VehicleEntry] {
    try read.all(Self.currentQuery(on: today)) { row in try VehicleEntry(row: &row, keyring) }
      .sorted { $0.id < $1.id }
  }

  static func currentQuery(on today: Day) -> SQL {
    """
    SELECT \(VehicleEntry.columns) FROM tasking_vehicle v
    WHERE v.removed_at IS NULL AND v.expires_on >= \(today)
    ORDER BY v.expires_on, v.id LIMIT \(mostRead)
    """
  }

  func find(_ id: ID<VehicleEntry>, on today: Day, _ read: Read) throws -> VehicleEntry? {
    try read.first(
      """
      SELECT \(VehicleEntry.columns) FROM tasking_vehicle v
      WHERE v.id = \(id) AND v.removed_at IS NULL AND v.expires_on >= \(today)
      """
    ) { row in try VehicleEntry(row: &row, keyring) }
  }

  /// The entry of a mark that stands, expired or not.
  func standing(_ plate: NumberPlate, _ read: Read) throws -> VehicleEntry? {
    try read.first(Self.standingQuery(tokens(plate))) { row in
      try VehicleEntry(row: &row, keyring)
    }
  }

  static func standingQuery(_ tokens: [[UInt8]]) -> SQL {
    """
    SELECT \(VehicleEntry.columns) FROM tasking_vehicle v
    WHERE v.plate_token IN (\(list: tokens)) AND v.removed_at IS NULL
    """
  }

  func tokens(_ plate: NumberPlate) -> [[UInt8]] {
    keyring.tokens(plate.text.reveal(for: "look-up"), for: Self.platePurpose)
  }

  /// Proposes a vehicle; an expired entry of the same mark makes room first.
  func add(
    _ new: NewVehicle, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws -> ID<VehicleEntry> {
    try write.run(
      """
      UPDATE tasking_vehicle SET removed_at = \(now), version = version + 1
      WHERE plate_token IN (\(list: tokens(new.plate))) AND removed_at IS NULL
        AND expires_on < \(London.day(now))
      """)
    let empty: [UInt8] = []
    let token = keyring.token(new.plate.text.reveal(for: "look-up"), for: Self.platePurpose)
    let id: ID<VehicleEntry>? = try write.first(
      """
      INSERT INTO tasking_vehicle (plate, plate_token, purpose, source_grade, assessment, handling,
        conditions, proposed_by, proposed_at, expires_on)
      VALUES (\(empty), \(token), \(empty), \(new.grading.source.rawValue),
        \(new.grading.assessment.rawValue), \(new.grading.handling.rawValue), \(empty),
        \(account), \(now), \(new.expires))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the vehicle was not kept") }
    try seal(id, new.plate.text, new.purpose, new.conditions, in: write)
    return id
  }

  /// Puts a proposal in force.
  func authorise(
    _ entry: VehicleEntry, by account: ID<Account>, at now: Instant, in write: Write
  ) throws {
    try write.update(
      """
      UPDATE tasking_vehicle SET authorised_by = \(account), authorised_at = \(now),
        version = version + 1
      WHERE id = \(entry.id) AND version = \(entry.version) AND removed_at IS NULL
      """)
  }

  /// Takes an entry off the list.
  func remove(_ entry: VehicleEntry, at now: Instant, in write: Write) throws {
    try write.update(
      """
      UPDATE tasking_vehicle SET removed_at = \(now), version = version + 1
      WHERE id = \(entry.id) AND version = \(entry.version) AND removed_at IS NULL
      """)
  }

  /// Seals the next entries after an id anew; their ids.
  func sealAnew(after last: Int64, in write: Write) throws -> [Int64] {
    let entries = try write.all(
      """
      SELECT \(VehicleEntry.columns) FROM tasking_vehicle v WHERE v.id > \(last)
      ORDER BY v.id LIMIT 100
      """
    ) { row in try VehicleEntry(row: &row, keyring) }
    for entry in entries {
      try seal(entry.id, entry.plate, entry.purpose, entry.conditions, in: write)
      let token = keyring.token(entry.plate.reveal(for: "look-up"), for: Self.platePurpose)
      try write.run("UPDATE tasking_vehicle SET plate_token = \(token) WHERE id = \(entry.id)")
    }
    return entries.map(\.id.rawValue)
  }

  private func seal(
    _ id: ID<VehicleEntry>, _ plate: Sensitive<String>, _ purpose: Sensitive<String>,
    _ conditions: Sensitive<String>, in write: Write
  ) throws {
    func sealed(_ text: Sensitive<String>, _ column: StaticString) -> [UInt8] {
      keyring.seal(text, table: Self.table, row: id, column: column)
    }
    try write.run(
      """
      UPDATE tasking_vehicle SET plate = \(sealed(plate, "plate")),
        purpose = \(sealed(purpose, "purpose")), conditions = \(sealed(conditions, "conditions"))
      WHERE id = \(id)
      """)
  }
}

/// A vehicle to be proposed.
struct NewVehicle: Sendable {
  let plate: NumberPlate
  let purpose: Sensitive<String>
  let grading: SourceGrading
  let conditions: Sensitive<String>
  let expires: Day
}
