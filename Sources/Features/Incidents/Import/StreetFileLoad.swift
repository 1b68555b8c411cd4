internal import Commands
internal import Documents
internal import Kernel
internal import Secrets

/// The reading of one street file, piece by piece, from its first byte to its last.
final class StreetFileLoad {
  let file: SourceFile
  private let row: (StreetRow) throws -> Void
  private let refused: (RefusedRow) throws -> Void
  private var csv = CSVReader(maximumRecord: 65_536, maximumFields: 512)
  private var hash: SHA256?
  private var result = Result()
  private var hasHeader = false
  private var firstRefused: RefusedRow?
  /// Bytes read so far.
  private(set) var bytes = 0

  /// The content's hash, none where it was not wanted; how many rows there were and how many were refused.
  struct Result {
    var hash: [UInt8] = []
    var read = 0
    var refused = 0
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - isHashed: whether its content's hash is wanted.
  ///   - row: takes up one row; ``RowRefusal`` refuses it.
  ///   - refused: told of each refused row.
  init(
    _ file: SourceFile, isHashed: Bool = true, row: @escaping (StreetRow) throws -> Void,
    refused: @escaping (RefusedRow) throws -> Void
  ) {
    self.file = file
    hash = isHashed ? SHA256() : nil
    self.row = row
    self.refused = refused
  }

  /// Reads the next bytes; throws ``InputRefused`` where the file is not to be kept.
  func take(_ piece: UnsafeRawBufferPointer) throws {
    hash?.update(piece)
    bytes += piece.count
    try naming { try csv.read(piece, take) }
  }

  /// Reads to the end; throws ``InputRefused`` where the file is not to be kept.
  func finish() throws -> Result {
    try naming { try csv.finish(take) }
    guard hasHeader else { throw InputRefused.header(file.name, HeaderFault.empty) }
    if result.refused * 100 > result.read, let firstRefused {
      throw InputRefused.tooManyRefused(
        file.name, refused: result.refused, of: result.read, first: firstRefused)
    }
    result.hash = hash?.finish() ?? []
    return result
  }

  private func take(_ record: CSVRecord) throws {
    guard hasHeader else {
      if let fault = HeaderFault.check(record.texts) {
        throw InputRefused.header(file.name, fault)
      }
      hasHeader = true
      return
    }
    if record.isBlank { return }
    result.read += 1
    do { try row(StreetRow(record: record)) } catch let refusal as RowRefusal {
      result.refused += 1
      let one = RefusedRow(
        file: file.shortName, line: record.line, fault: refusal.fault,
        row: StreetRow(record: record))
      firstRefused = firstRefused ?? one
      try refused(one)
    }
  }

  /// Names the file in what the readers of bytes throw.
  private func naming(_ body: () throws -> Void) throws {
    do { try body() } catch let problem as CSVProblem {
      throw InputRefused.notCSV(file.name, problem)
    } catch let many as TooManyRows {
      throw InputRefused.tooManyRows(file.name, many.month)
    }
  }
}
