internal import Commands
internal import Database
internal import Documents
internal import Kernel

/// One import of files of a mapped source, as ``ImportRun`` is of street files.
///
/// Rows are read on the calling thread and written on another under parts that nobody sees. The last
/// transaction makes all of them current; whatever stops it before leaves nothing that counts.
final class ExtractRun {
  let saved: SavedMapping
  let store: ImportStore
  let reader: FileReader
  let workbooks: ReaderProcess
  let options: ImportOptions
  private let watch: ImportWatch
  private let decoder: ExtractDecoder
  private let line = WriteLine()
  private(set) var id: Int64 = 0
  private var counts = ImportCounts()
  /// Whether rows may be known: not those of a source's first file.
  private var hasEarlier = true

  init(
    _ saved: SavedMapping, _ decoder: ExtractDecoder, store: ImportStore, reader: FileReader,
    workbooks: ReaderProcess, options: ImportOptions, observer: ImportObserver
  ) {
    self.saved = saved
    self.decoder = decoder
    self.store = store
    self.reader = reader
    self.workbooks = workbooks
    self.options = options
    watch = ImportWatch(observer)
  }

  /// Imports the files; throws ``InputRefused`` where one is refused, and then nothing is stored.
  func callAsFunction(
    _ files: SourceFiles, last: (Write, ImportCounts) throws -> Void = { _, _ in }
  ) throws -> ImportCounts {
    defer { line.close() }
    try store.sweep()
    id = try store.begin(options)
    do {
      watch.begin(files)
      counts.ignored = files.ignored.count
      try store.addIgnored(files.ignored, run: id)
      hasEarlier = try store.hasParts(of: saved.id)
      let encoder = ExtractEncoder(saved.mapping, try store.words(of: saved.id), lookup: known)
      for group in files.groups { try load(withoutKnown(group), encoder) }
      try line.drain()
      counts = try store.publishParts(
        of: saved, run: id, counts: counts, replaced: encoder.replaced, refused: watch.refused, last
      )
      return counts
    } catch {
      line.close()
      try? store.abandon(run: id, because: error, refused: watch.refused)
      throw error
    }
  }

  private func known(_ identities: [UInt64]) throws -> [UInt64: (id: Int64, event: CodedEvent)] {
    hasEarlier ? try store.events(of: identities, run: id) : [:]
  }

  /// The files whose content is not known; only those of a known size are read for it beforehand.
  private func withoutKnown(_ files: [SourceFile]) throws -> [SourceFile] {
    var left = files
    for (file, hash) in try reader.hashes(files.filter { try store.mayKnow(bytes: $0.bytes) }) {
      guard let held = try store.known(hash) else { continue }
      let id = try store.addFile(file, run: id)
      try store.finish(file: id, state: "known", hash: hash, counts: held)
      counts.add(known: held)
      left.removeAll { $0 == file }
      try watch.advance(past: file)
    }
    return left
  }

  private func load(_ files: [SourceFile], _ encoder: ExtractEncoder) throws {
    guard let first = files.first else { return }
    guard first.form != .workbook else { return try loadWorkbook(first, encoder) }
    var open: (id: Int64, load: ExtractLoad)?
    try reader.read(files) { piece in
      switch piece {
      case .begin(let file): open = try begin(file, encoder)
      case .bytes(let bytes):
        guard let load = open?.load else { return }
        try load.take(bytes)
        try watch.read(load.bytes, of: load.file)
      case .end:
        if let (id, load) = open { try finish(load, try load.finish(), id, encoder) }
        open = nil
      }
    }
  }

  private func loadWorkbook(_ file: SourceFile, _ encoder: ExtractEncoder) throws {
    let hash = try reader.hashes([file]).first?.hash ?? []
    let (fileID, load) = try begin(file, encoder)
    do { try workbooks.rows(of: file.path) { try load.take($0) } } catch let problem
      as ReaderProblem
    {
      guard case .unavailable = problem else { throw InputRefused.unreadable(file.name, problem) }
      throw problem
    }
    try finish(load, try load.finish(hash: hash), fileID, encoder)
  }

  private func begin(
    _ file: SourceFile, _ encoder: ExtractEncoder
  ) throws -> (id: Int64, load: ExtractLoad) {
    // So that rows of the run's earlier files are found again.
    try line.drain()
    let fileID = try store.addFile(file, run: id)
    encoder.begin { [store, saved, id] month in
      try store.addPart(month, of: saved, file: fileID, run: id)
    }
    let taker = ExtractLoad.Taker(
      event: { event in
        encoder.take(event)
        if encoder.isFull { try self.write(encoder.takeBatch()) }
      },
      months: { try encoder.take($0) }, refused: watch.note)
    return (fileID, ExtractLoad(file, decoder, taker))
  }

  private func finish(
    _ load: ExtractLoad, _ result: StreetFileLoad.Result, _ fileID: Int64,
    _ encoder: ExtractEncoder
  ) throws {
    try write(encoder.takeBatch())
    let held = FileCounts(result, encoder.counts)
    if let before = try store.known(result.hash) {
      try line.drain()
      try store.clear(file: fileID)
      try store.finish(file: fileID, state: "known", hash: result.hash, counts: before)
      counts.add(known: before)
    } else {
      for part in encoder.parts {
        let (facts, tally, id) = (part.facts, part.tally, part.part)
        try line.add { [store] in try store.write(facts, tally, of: id) }
      }
      try line.add { [store] in
        try store.finish(file: fileID, state: "read", hash: result.hash, counts: held)
      }
      counts.add(held, encoder.counts)
    }
    hasEarlier = true
    try watch.advance(past: load.file)
  }

  private func write(_ batch: ExtractBatch) throws {
    guard !batch.isEmpty else { return }
    try line.add { [store, saved, id] in try store.write(batch, of: saved.id, run: id) }
  }
}

extension FileCounts {
  /// The counts of a file: what it holds, whether it was new or known.
  fileprivate init(_ result: StreetFileLoad.Result, _ rows: ExtractEncoder.Counts) {
    self.init(
      read: result.read, stored: rows.stored + rows.alreadyKnown, repeated: rows.repeated,
      disagreements: rows.disagreements, unlocated: rows.unlocated, refused: result.refused)
  }
}

extension ImportCounts {
  /// Counts a file by what of its rows was new, known, or took the place of others.
  fileprivate mutating func add(_ file: FileCounts, _ rows: ExtractEncoder.Counts) {
    var stored = file
    stored.stored = rows.stored
    add(stored: stored)
    alreadyKnown += rows.alreadyKnown
    replaced += rows.replaced
  }
}
