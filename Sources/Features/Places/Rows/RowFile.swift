internal import Commands
internal import Documents
internal import Glibc
internal import Kernel
internal import Partnership
internal import Secrets

/// A CSV file of rows, plain or packed by gzip or zip, read once for its rows and its hash.
struct RowFile: Sendable {
  let path: String
  /// What people know it by.
  let name: String
  let settings: Settings

  /// Hands over each row that is not blank, and gives the hash of what was read.
  ///
  /// The first row is `isFirst`. Throws ``InputRefused`` for what cannot be read.
  func read(_ each: (_ record: borrowing CSVRecord, _ isFirst: Bool) throws -> Void) throws
    -> [UInt8]
  {
    var hash = SHA256()
    var reader = CSVReader()
    var isFirst = true
    func take(_ record: CSVRecord) throws {
      guard !record.isBlank else { return }
      try each(record, isFirst)
      isFirst = false
    }
    do {
      try bytes { piece in
        hash.update(piece)
        try reader.read(piece, take)
      }
      try reader.finish(take)
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: name, line: problem.line, column: problem.column,
        reason: "\(problem.reason) Nothing was stored.")
    } catch let problem as ReaderProblem {
      guard case .unavailable = problem else { throw InputRefused.unreadable(name, problem) }
      throw problem
    }
    return hash.finish()
  }

  private func bytes(_ each: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard access(path, F_OK) == 0 else { throw NoSuchFile(path: path) }
    guard try isPacked() else { return try FileBytes.read(path, each) }
    try ReaderProcess(executable: settings.reader).extract(from: path) { piece in
      if case .bytes(let bytes) = piece { try each(bytes) }
    }
  }

  private func isPacked() throws -> Bool {
    guard let file = fopen(path, "r") else { throw NoSuchFile(path: path) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 2)
    let count = fread(&bytes, 1, bytes.count, file)
    return count == 2 && (bytes == [0x1F, 0x8B] || bytes == [0x50, 0x4B])
  }
}

/// A heading of a table as it is compared: small letters and digits alone.
enum Heading {
  static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The place of the first column with one of some names.
  static func find(_ names: [String], in headings: [String]) -> Int? {
    for name in names {
      if let found = headings.firstIndex(of: name) { return found }
    }
    return nil
  }
}
