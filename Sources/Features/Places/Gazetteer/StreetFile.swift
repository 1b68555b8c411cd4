internal import Commands
internal import Documents
internal import Geography

/// Reads streets: a table with the columns name, easting, northing and perhaps locality, or OS Open
/// Names without its header, of which only named roads are taken.
struct StreetFile: RowFormat {
  private var columns = (name: 2, easting: 8, northing: 9, locality: 18 as Int?)
  /// The column that says what a row of OS Open Names is of.
  private var kind: Int?

  mutating func begin(_ record: CSVRecord, _ file: String) throws -> Bool {
    if record.count == 34, record.text(0).lowercased() != "id" {
      kind = 7
      return false
    }
    let headings = record.texts.map(Heading.plain)
    let find = { (names: [String]) in Heading.find(names, in: headings) }
    guard let name = find(["street", "streetname", "streetdescription", "name", "name1"]) else {
      throw InputRefused.headings(file, "names of streets", record.texts)
    }
    guard let easting = find(["easting", "eastings", "x", "geometryx"]),
      let northing = find(["northing", "northings", "y", "geometryy"])
    else { throw InputRefused.headings(file, "eastings and northings", record.texts) }
    columns = (
      name, easting, northing, find(["locality", "populatedplace", "town", "ward", "townname"])
    )
    kind = find(["localtype"])
    return true
  }

  mutating func row(_ record: CSVRecord, _ file: String) throws -> StreetRow? {
    if let kind, record.text(kind) != "Named Road" { return nil }
    let name = record.text(columns.name)
    guard !StreetWords.of(name).isEmpty, name.count <= 200 else {
      throw InputRefused.row(file, record.line, "the street's name is missing or too long")
    }
    guard let point = try GridField.point(record, columns.easting, columns.northing, file) else {
      return nil
    }
    let locality = columns.locality.map { String(record.text($0).prefix(200)) } ?? ""
    return StreetRow(name: name, locality: locality, point: point)
  }

  func check(_ rows: [StreetRow], _ file: String) throws {
    try GridField.check(rows.map(\.point), file)
  }
}
