internal import Commands
internal import Documents
internal import Geography
internal import Kernel
internal import Partnership

extension CountsTable {
  /// The areas of the edition with their counts, the parameters and the reference system beside
  /// them; areas without an incident count 0.
  ///
  /// Throws ``CountsProblem/onlyAreas`` where the counts are by anything else.
  func geoJSON(_ reader: CountsReader) throws -> [UInt8] {
    guard let edition = question.query.edition, question.isMap else {
      throw CountsProblem.onlyAreas
    }
    var writer = GeoJSONWriter(
      grid: try NationalGrid(),
      members: [
        JSON.Member(
          "crs",
          [
            "type": "name", "properties": ["name": "urn:ogc:def:crs:OGC:1.3:CRS84"],
          ]),
        JSON.Member(
          "parameters", .object(parameters.map { JSON.Member($0.name, Self.json($0.value)) })),
      ])
    var found: [String: [CSVWriter.Value]] = [:]
    for row in rows {
      if case .text(let code) = row[0] { found[code] = row }
    }
    for shaped in try reader.services.areas.shapes(edition.kind, edition.year, reader.read) {
      let code = shaped.area.code
      if let only = question.query.only, only.code != code { continue }
      let row = found[code] ?? values(CountRow(values: [code], count: 0))
      writer.append(
        shaped.shape, zip(heads, row).map { JSON.Member($0, Self.json($1)) })
    }
    return writer.finish()
  }

  private static func json(_ value: CSVWriter.Value) -> JSON {
    switch value {
    case .empty: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .number(let number), .fixed(let number, _): .number(number)
    }
  }
}
