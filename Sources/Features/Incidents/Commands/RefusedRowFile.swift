internal import Documents
internal import Glibc

/// The file refused rows are written to, made when the first of them comes.
final class RefusedRowFile {
  let path: String
  private(set) var count = 0
  private var csv = CSVWriter()
  private var file: UnsafeMutablePointer<FILE>?

  init(path: String?) { self.path = path ?? "incidents-refused.csv" }

  deinit { if let file { fclose(file) } }

  /// Writes a row with its file, line and reason.
  func add(_ row: RefusedRow) throws {
    if file == nil {
      file = fopen(path, "w")
      guard file != nil else { throw UnwritableFile(path: path, code: errno) }
      csv.row(RefusedRow.headings)
    }
    count += 1
    csv.row(row.values)
    if csv.bytes.count > 65_536 { try write() }
  }

  /// Writes what is left.
  func close() throws {
    guard count > 0 else { return }
    try write()
    defer { file = nil }
    guard let file, fclose(file) == 0 else { throw UnwritableFile(path: path, code: errno) }
  }

  private func write() throws {
    let bytes = csv.take()
    guard let file, fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw UnwritableFile(path: path, code: errno)
    }
  }
}

extension RefusedRow {
  /// The first line of a file of refused rows.
  static let headings: [CSVWriter.Value] = ["File", "Line", "Reason", "Row"]

  /// One line of a file of refused rows.
  var values: [CSVWriter.Value] { [.text(file), .integer(line), .text(reason), .text(content)] }
}
