/// How far an import is, and which rows it refused.
final class ImportWatch {
  /// How many refused rows are kept in the database for the page of the run.
  private static let mostRefusedKept = 5_000

  private(set) var refused: [RefusedRow] = []
  private let observer: ImportObserver
  private var totalBytes = 0
  private var doneBytes = 0

  init(_ observer: ImportObserver) { self.observer = observer }

  /// Notes how much there is to read.
  func begin(_ files: SourceFiles) { totalBytes = files.wanted.reduce(0) { $0 + $1.bytes } }

  /// Notes that a file is done.
  func advance(past file: SourceFile) throws {
    doneBytes += file.bytes
    try observer.progress(doneBytes, totalBytes, file.shortName)
  }

  /// Notes how many bytes of a file are read, in the measure of ``SourceFile/bytes``: text packed by
  /// gzip is about five times as long as its file.
  func read(_ bytes: Int, of file: SourceFile) throws {
    let bytes = file.form == .gzip ? bytes / 5 : bytes
    try observer.progress(doneBytes + min(file.bytes, bytes), totalBytes, file.shortName)
  }

  /// Notes a refused row.
  func note(_ row: RefusedRow) throws {
    if refused.count < Self.mostRefusedKept { refused.append(row) }
    try observer.refused(row)
  }
}
