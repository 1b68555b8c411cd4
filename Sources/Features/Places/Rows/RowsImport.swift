internal import Access
internal import Commands
internal import Database
internal import Documents
internal import FoundationEssentials
internal import Kernel
internal import Partnership

/// What the rows of a file tell of.
enum RowsKind: String, CaseIterable, Sendable {
  case people, postcodes, streets
}

/// The import of a file of people, postcodes or streets: read whole, checked whole, stored in one
/// transaction.
struct RowsImport: Sendable {
  private let services: Services
  private let account: ID<Account>?

  init(_ services: Services, account: ID<Account>? = nil) {
    self.services = services
    self.account = account
  }

  /// Imports a file; `title` is what people know it by, `year` that of people whose file has no
  /// column of years, `last` what else belongs to the same transaction.
  ///
  /// Throws ``InputRefused`` where it is refused, and then nothing is stored.
  func run(
    _ path: String, title: String? = nil, _ kind: RowsKind, year: Int? = nil,
    last: (Write, RowsResult) throws -> Void = { _, _ in }
  ) throws -> RowsResult {
    let name = title ?? URL(filePath: path).lastPathComponent
    let file = RowFile(path: path, name: name, settings: services.settings)
    return switch kind {
    case .people:
      try store(PeopleFile(year: year), file, kind, PeopleStore.isKnown, last) {
        rows, file, write in
        try PeopleStore.add(rows, file: file, at: services.clock.now(), in: write)
      }
    case .postcodes:
      try store(PostcodeFile(), file, kind, GazetteerStore.isKnown, last) { rows, file, write in
        try GazetteerStore.add(rows, file: file, at: services.clock.now(), in: write)
      }
    case .streets:
      try store(StreetFile(), file, kind, GazetteerStore.isKnown, last) { rows, file, write in
        try GazetteerStore.add(rows, file: file, at: services.clock.now(), in: write)
      }
    }
  }

  private func store<Format: RowFormat>(
    _ format: Format, _ file: RowFile, _ kind: RowsKind,
    _ isKnown: ([UInt8], Read) throws -> Bool, _ last: (Write, RowsResult) throws -> Void,
    _ add: ([Format.Row], SourceFile, Write) throws -> RowsResult
  ) throws -> RowsResult {
    var format = format
    var (read, rows) = (0, [Format.Row]())
    var unplaced = 0
    let hash = try file.read { record, isFirst in
      if isFirst, try format.begin(record, file.name) { return }
      read += 1
      if let row = try format.row(record, file.name) { rows.append(row) } else { unplaced += 1 }
    }
    guard read > 0 else { throw InputRefused.noRows(file.name) }
    try format.check(rows, file.name)
    if try services.database.read({ try isKnown(hash, $0) }) {
      let known = RowsResult(
        read: read, unplaced: unplaced, alreadyKnown: read - unplaced, isKnown: true)
      try services.database.write { try last($0, known) }
      return known
    }
    let source = SourceFile(
      name: file.name, hash: hash, account: account, read: read, unplaced: unplaced)
    return try services.database.bulkWrite { write in
      let result = try add(rows, source, write)
      let event = AuditEvent(
        actor: account, action: "places.\(kind.rawValue)-imported",
        subject: "places/\(kind.rawValue)",
        detail: [
          "file": file.name, "stored": String(result.stored), "replaced": String(result.replaced),
        ],
        at: services.clock.now())
      try services.audit.record(event, in: write)
      try last(write, result)
      return result
    }
  }
}

/// How the rows of one kind of file are read.
protocol RowFormat {
  associatedtype Row

  /// Takes the first row; whether it held headings.
  mutating func begin(_ record: CSVRecord, _ file: String) throws -> Bool
  /// Reads a row; `nil` for one without a place.
  mutating func row(_ record: CSVRecord, _ file: String) throws -> Row?
  /// Throws where the rows together cannot be.
  func check(_ rows: [Row], _ file: String) throws
}

extension RowFormat {
  func check(_ rows: [Row], _ file: String) throws {}
}
