internal import Design
internal import Documents
internal import Kernel

/// An answer as a file.
struct CountsFile {
  let name: String
  private let bytes: [UInt8]
  private let format: CountsFormat

  /// The file of an answer; throws ``CountsProblem`` where it is no answer for such a file.
  init(_ question: CountsQuestion, _ format: CountsFormat, _ reader: CountsReader) throws {
    self.format = format
    let by = question.query.by.map(\.rawValue).joined(separator: "-")
    name = "incidents-by-\(by)-\(question.months.upperBound).\(format.rawValue)"
    switch format {
    case .csv, .xlsx, .geojson:
      let table = try CountsTable(question, reader, most: format.mostRows)
      bytes =
        switch format {
        case .xlsx: try table.workbook(on: reader.today).bytes()
        case .geojson: try table.geoJSON(reader)
        case .csv, .svg, .png: table.csv
        }
    case .svg, .png: bytes = try reader.drawing(question).document.bytes
    }
  }

  /// The bytes of the file; a picture takes another program, so ask once the database is left.
  func finished() throws -> [UInt8] { format == .png ? try Picture.png(of: bytes) : bytes }
}
