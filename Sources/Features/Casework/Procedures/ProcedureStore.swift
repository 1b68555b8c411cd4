internal import Access
internal import Database
internal import Kernel

/// The checklists in their versions.
enum ProcedureStore {
  private static let most = 200

  /// Every version, those that hold last first.
  static func all(_ read: Read) throws -> [Procedure] {
    let steps: [ID<Procedure>: [ProcedureStep]] = try read.lists(
      """
      SELECT procedure_version, kind, days FROM procedure_step ORDER BY procedure_version, place
      """
    ) { row in ProcedureStep(kind: try row.choice(), days: try row.optionalInt()) }
    return try read.all(
      """
      SELECT id, key, version, title, kinds, valid_from FROM procedure_version
      ORDER BY valid_from DESC, key, version DESC LIMIT \(most)
      """
    ) { row in
      let id: ID<Procedure> = try row.id()
      return Procedure(
        key: try row.text(), version: try row.int(), title: try row.text(),
        kinds: Set(try row.text().split(separator: " ").map(String.init)),
        validFrom: try row.parsed(), steps: steps[id] ?? [])
    }
  }

  /// Adds a version; earlier ones stay, for the cases that were opened under them.
  static func add(
    _ new: Procedure, by account: ID<Account>?, at now: Instant, in write: Write
  ) throws {
    let id: ID<Procedure>? = try write.first(
      """
      INSERT INTO procedure_version (key, version, title, kinds, valid_from, set_at, set_by)
      VALUES (\(new.key), \(new.version), \(new.title),
        \(new.kinds.sorted().joined(separator: " ")), \(new.validFrom), \(now), \(account))
      RETURNING id
      """
    ) { row in try row.id() }
    guard let id else { throw DatabaseError.shape("the procedure was given no id") }
    for (place, step) in new.steps.enumerated() {
      try write.run(
        """
        INSERT INTO procedure_step (procedure_version, place, kind, days)
        VALUES (\(id), \(place + 1), \(step.kind), \(step.days))
        """)
    }
  }
}
