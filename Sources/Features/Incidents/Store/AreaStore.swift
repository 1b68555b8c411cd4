internal import Database

/// The setting that says which incidents are the partnership's.
enum AreaStore {
  /// The area; `nil` where none was set.
  static func area(_ read: Read) throws -> IncidentArea? {
    guard
      let lsoas = try read.first(
        "SELECT lsoas FROM incident_area WHERE id = 1", { row in try row.text() })
    else { return nil }
    let forces = try read.all("SELECT name FROM incident_area_force ORDER BY name LIMIT 100") {
      row in try row.text()
    }
    return IncidentArea(forces: forces, lsoas: list(lsoas))
  }

  /// Sets the area.
  static func set(_ area: IncidentArea, in write: Write) throws {
    try write.run(
      """
      INSERT INTO incident_area (id, lsoas) VALUES (1, \(area.lsoas.joined(separator: "\n"))) \
      ON CONFLICT (id) DO UPDATE SET lsoas = excluded.lsoas, version = incident_area.version + 1
      """)
    try write.run("DELETE FROM incident_area_force")
    for force in area.forces {
      try write.run("INSERT INTO incident_area_force (name) VALUES (\(force))")
    }
  }

  /// The entries of the column, one a line.
  static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
