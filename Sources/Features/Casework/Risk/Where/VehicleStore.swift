internal import Access
internal import Database
internal import Kernel
internal import Secrets

/// The vehicles of cases in the database.
struct VehicleStore: Sendable {
  private static let most = 50
  private static let noBytes: [UInt8] = []

  let keyring: Keyring

  func add(
    _ token: ContactToken, _ words: String, to file: ID<CaseFile>, at now: Instant, in write: Write
  ) throws {
    let id: ID<CaseVehicle>? = try write.first(
      """
      INSERT INTO case_vehicle (case_file, added_at, token, content)
      VALUES (\(file), \(now), \(token.hash(keyring)), \(Self.noBytes)) RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the vehicle was given no id") }
    let content = CaseVehicle.Content(mark: token.text.reveal(for: "sealing"), words: words)
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: "case_vehicle", row: id, column: "content")
    try write.run("UPDATE case_vehicle SET content = \(sealed) WHERE id = \(id)")
  }

  /// Takes a vehicle that was added by mistake off a case; its mark, or `nil` where it is not there.
  func remove(
    _ id: ID<CaseVehicle>, from file: ID<CaseFile>, in write: Write
  ) throws -> String? {
    guard let vehicle = try vehicles(of: file, write).first(where: { $0.id == id }) else {
      return nil
    }
    try write.run("DELETE FROM case_vehicle WHERE id = \(id) AND case_file = \(file)")
    return vehicle.content.reveal(for: "story of the case").mark
  }

  /// The vehicles of a case, with the other cases that have them.
  func vehicles(of file: ID<CaseFile>, _ read: Read) throws -> [CaseVehicle] {
    let vehicles = try read.all(
      """
      SELECT id, added_at, content FROM case_vehicle WHERE case_file = \(file)
      ORDER BY id LIMIT \(Self.most)
      """
    ) { row in
      let id: ID<CaseVehicle> = try row.id()
      return CaseVehicle(
        id: id, addedAt: try row.parsed(),
        content: try ReportSealing.value(
          keyring.open(try row.bytes(), table: "case_vehicle", row: id, column: "content")))
    }
    return try vehicles.map { vehicle in
      var vehicle = vehicle
      let mark = vehicle.content.reveal(for: "look-up").mark
      if let token = ContactToken.vehicle(mark) {
        vehicle.others = try cases(of: token, besides: file, read).map(\.reference)
      }
      return vehicle
    }
  }

  /// The cases that have a vehicle, the latest first.
  func cases(
    of token: ContactToken, besides file: ID<CaseFile>? = nil, _ read: Read
  ) throws -> [CaseFile] {
    try read.all(Self.query(token.hashes(keyring), besides: file ?? ID(0))) { row in
      try CaseFile(row: &row)
    }
  }

  static func query(_ hashes: [[UInt8]], besides file: ID<CaseFile>) -> SQL {
    """
    SELECT \(CaseFile.columns) FROM case_file c
    WHERE c.id IN (SELECT v.case_file FROM case_vehicle v WHERE v.token IN (\(list: hashes)))
      AND c.id <> \(file) ORDER BY c.id DESC LIMIT \(most)
    """
  }

  /// Seals the next vehicles anew and hashes their marks anew; their ids.
  static func reseal(
    after last: Int64, _ keyring: Keyring, in write: Write
  ) throws -> [Int64] {
    let rows = try write.all(
      "SELECT id, content FROM case_vehicle WHERE id > \(last) ORDER BY id LIMIT 200"
    ) { row in (id: try row.id(CaseVehicle.self), sealed: try row.bytes()) }
    for row in rows where keyring.sealedVersion(row.sealed) < keyring.version {
      let opened = try keyring.open(
        row.sealed, table: "case_vehicle", row: row.id, column: "content")
      let content: Sensitive<CaseVehicle.Content> = try ReportSealing.value(opened)
      let sealed = keyring.seal(opened, table: "case_vehicle", row: row.id, column: "content")
      let token = ContactToken.vehicle(content.reveal(for: "sealing anew").mark)
      try write.run(
        """
        UPDATE case_vehicle SET content = \(sealed), token = \(token?.hash(keyring) ?? [])
        WHERE id = \(row.id)
        """)
    }
    return rows.map(\.id.rawValue)
  }
}
