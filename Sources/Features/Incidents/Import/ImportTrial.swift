internal import Commands
internal import Kernel

/// What an import would do: its files are read and checked as an import reads them, and nothing is
/// stored.
final class ImportTrial {
  private let store: ImportStore
  private let reader: FileReader
  private let watch: ImportWatch
  private var counts = ImportCounts()
  private var months: [TrialMonth] = []
  private var contents: Set<[UInt8]> = []
  private var sizes: [Int: Int] = [:]

  init(store: ImportStore, reader: FileReader, observer: ImportObserver) {
    self.store = store
    self.reader = reader
    watch = ImportWatch(observer)
  }

  /// The counts an import of the files would have; throws ``InputRefused`` where it would be refused.
  func callAsFunction(_ files: SourceFiles, asOf: Day) throws -> ImportCounts {
    watch.begin(files)
    counts.ignored = files.ignored.count
    for file in files.wanted { sizes[file.bytes, default: 0] += 1 }
    let encoder = RowEncoder(codes: try CodeStore(database: store.database).loadForTrial())
    for group in files.groups { try read(group, encoder) }
    (counts.replaced, counts.setAside) = try store.outcome(of: months, asOf: asOf)
    return counts
  }

  private func read(_ files: [SourceFile], _ encoder: RowEncoder) throws {
    var open: StreetFileLoad?
    try reader.read(files) { piece in
      switch piece {
      case .begin(let file): open = try begin(file, encoder)
      case .bytes(let bytes):
        try open?.take(bytes)
        if let open { try watch.read(open.bytes, of: open.file) }
      case .end:
        if let open { try finish(open, encoder) }
        open = nil
      }
    }
  }

  private func begin(_ file: SourceFile, _ encoder: RowEncoder) throws -> StreetFileLoad {
    var next: Int64 = 0
    encoder.begin { _, _ in
      next += 1
      return next
    }
    return StreetFileLoad(
      file, isHashed: try isHashed(file),
      row: { row in
        try encoder.take(row)
        if encoder.isFull { _ = encoder.takeBatch() }
      }, refused: watch.note)
  }

  /// Whether a file may be one that is known, which is text as long as one that is.
  ///
  /// What is packed says nothing of its length.
  private func isHashed(_ file: SourceFile) throws -> Bool {
    try file.form == .gzip || sizes[file.bytes, default: 0] > 1 || store.mayKnow(bytes: file.bytes)
  }

  private func finish(_ load: StreetFileLoad, _ encoder: RowEncoder) throws {
    let result = try load.finish()
    _ = encoder.takeBatch()
    let held = FileCounts(result, encoder.monthLoads)
    let isNew = result.hash.isEmpty || contents.insert(result.hash).inserted
    if isNew, try result.hash.isEmpty || store.known(result.hash) == nil {
      let file = counts.files
      months += encoder.monthLoads.filter { $0.stored > 0 }.map { TrialMonth($0, file: file) }
      counts.add(stored: held)
    } else {
      counts.add(known: held)
    }
    try watch.advance(past: load.file)
  }
}

/// A force and month of a file that was read and not stored.
struct TrialMonth {
  let key: Key
  let stored: Int
  /// Which of the files.
  let file: Int

  struct Key: Hashable {
    let force: Int32
    let month: Month
  }

  init(_ load: MonthLoad, file: Int) {
    key = Key(force: load.force, month: load.month)
    stored = load.stored
    self.file = file
  }
}
