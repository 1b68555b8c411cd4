internal import Commands
internal import Documents
internal import Kernel
internal import Secrets

/// The reading of one file of a mapped source, from its first byte or row to its last.
final class ExtractLoad {
  /// Lines in which the headings are looked for: sheets begin with titles and notes.
  private static let headingLines = 20
  /// The widest line: wider is no table of incidents.
  private static let mostColumns = 2_000

  /// What becomes of the rows.
  struct Taker {
    var event: (ExtractEvent) throws -> Void = { _ in }
    var months: (MonthsRow) throws -> Void = { _ in }
    var refused: (RefusedRow) throws -> Void = { _ in }
  }

  let file: SourceFile
  /// Bytes read so far.
  private(set) var bytes = 0
  private let decoder: ExtractDecoder
  private let taker: Taker
  private var csv: CSVReader
  private var hash = SHA256()
  private var places: ColumnPlaces?
  private var headings = HeadingSearch()
  private var sheet: String?
  private var result = StreetFileLoad.Result()
  private var firstRefused: RefusedRow?

  init(_ file: SourceFile, _ decoder: ExtractDecoder, _ taker: Taker) {
    self.file = file
    self.decoder = decoder
    self.taker = taker
    csv = CSVReader(
      maximumRecord: 1 << 20, maximumFields: Self.mostColumns,
      separator: decoder.mapping.separator.byte)
  }

  /// Reads the next bytes of a file of text.
  func take(_ piece: UnsafeRawBufferPointer) throws {
    hash.update(piece)
    bytes += piece.count
    try naming { try csv.read(piece) { try take($0) } }
  }

  /// Reads the next row of a workbook; those of sheets that are not meant are passed over.
  func take(_ row: TableRow) throws {
    let wanted = decoder.mapping.sheet
    if !wanted.isEmpty, row.sheet != wanted { return }
    if row.sheet != sheet {
      if places != nil { return }
      sheet = row.sheet
      headings.begin()
    }
    try naming { try TextRow.with(row) { try take($0) } }
  }

  /// Reads to the end of a file of text.
  func finish() throws -> StreetFileLoad.Result {
    try naming { try csv.finish { try take($0) } }
    return try finish(hash: hash.finish())
  }

  /// Ends a file whose hash is known.
  func finish(hash: [UInt8]) throws -> StreetFileLoad.Result {
    guard places != nil else { throw headings.refusal(file.name, decoder.mapping, sheet: sheet) }
    if result.refused * 100 > result.read, let firstRefused {
      throw InputRefused.tooManyRefused(
        file.name, refused: result.refused, of: result.read, first: firstRefused)
    }
    result.hash = hash
    return result
  }

  private func take(_ row: some ExtractRow) throws {
    if row.isEmpty { return }
    guard let places else {
      self.places = headings.places(row, decoder.mapping)
      if places == nil, headings.lines >= Self.headingLines, sheet == nil {
        throw headings.refusal(file.name, decoder.mapping, sheet: sheet)
      }
      return
    }
    result.read += 1
    do {
      switch decoder.mapping.rows {
      case .events: try taker.event(decoder.event(row, places))
      case .months: try taker.months(decoder.months(row, places))
      }
    } catch let refusal as ExtractRefusal {
      result.refused += 1
      let one = RefusedRow(
        file: file.shortName, line: row.line, reason: refusal.fault.words,
        values: Mapping.Role.allCases.flatMap { places[$0] }.map { String(row.text($0).prefix(60)) }
      )
      firstRefused = firstRefused ?? one
      try taker.refused(one)
    }
  }

  /// Names the file in what the readers of bytes throw.
  private func naming(_ body: () throws -> Void) throws {
    do { try body() } catch let problem as CSVProblem {
      throw InputRefused.notTable(file.name, problem)
    } catch let many as TooManyRows {
      throw InputRefused.tooManyRows(file.name, many.month)
    } catch let many as TooManyWords {
      throw InputRefused.tooManyWords(file.name, many.kind)
    }
  }
}
