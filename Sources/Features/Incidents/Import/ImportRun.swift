internal import Commands
internal import Database
internal import Kernel

/// One import from the first file to the transaction that makes it visible.
///
/// Rows are read and coded on the calling thread and written on another, a few thousand to a
/// transaction, under snapshots that nobody sees. The last transaction makes all of them current.
/// Whatever stops it before leaves nothing that counts, and the next import clears it away.
final class ImportRun {
  let store: ImportStore
  let reader: FileReader
  let options: ImportOptions
  let line = WriteLine()
  var counts = ImportCounts()
  var id: Int64 = 0
  private let watch: ImportWatch
  private var known = KnownFiles()

  init(
    store: ImportStore, reader: FileReader, options: ImportOptions, observer: ImportObserver
  ) {
    self.store = store
    self.reader = reader
    self.options = options
    watch = ImportWatch(observer)
  }

  /// Imports the files; throws ``InputRefused`` where one is refused, and then nothing is stored.
  ///
  /// `last` is what else belongs to the last transaction, such as the audit's entry.
  func callAsFunction(
    _ files: SourceFiles, last: (Write, ImportCounts) throws -> Void = { _, _ in }
  ) throws -> ImportCounts {
    defer { line.close() }
    try store.sweep()
    id = try store.begin(options)
    do {
      try load(files)
      try line.drain()
      counts = try store.publish(run: id, counts: counts, refused: watch.refused, last)
      return counts
    } catch {
      line.close()
      try? store.abandon(run: id, because: error, refused: watch.refused)
      throw error
    }
  }

  private func load(_ files: SourceFiles) throws {
    watch.begin(files)
    counts.ignored = files.ignored.count
    try store.addIgnored(files.ignored, run: id)
    var encoder: RowEncoder?
    for group in files.groups {
      let new = try withoutKnown(group)
      guard !new.isEmpty else { continue }
      let ready = try encoder ?? RowEncoder(codes: CodeStore(database: store.database).load())
      encoder = ready
      try load(new, ready)
    }
  }

  /// The files whose content is not known.
  ///
  /// Hashes are looked at beforehand only where the size is known, so that a new file is read once.
  private func withoutKnown(_ files: [SourceFile]) throws -> [SourceFile] {
    let doubtful = try files.filter { file in
      try known.mayHold(bytes: file.bytes) || store.mayKnow(bytes: file.bytes)
    }
    var left = files
    for (file, hash) in try reader.hashes(doubtful) {
      guard let held = try known.counts(of: hash) ?? store.known(hash) else { continue }
      let id = try store.addFile(file, run: id)
      try store.finish(file: id, state: "known", hash: hash, counts: held)
      counts.add(known: held)
      left.removeAll { $0 == file }
      try watch.advance(past: file)
    }
    return left
  }

  private func load(_ files: [SourceFile], _ encoder: RowEncoder) throws {
    var open: (id: Int64, load: StreetFileLoad)?
    try reader.read(files) { piece in
      switch piece {
      case .begin(let file): open = try begin(file, encoder)
      case .bytes(let bytes):
        try open?.load.take(bytes)
        if let load = open?.load {
          try watch.read(load.bytes, of: load.file)
        }
      case .end:
        if let (id, load) = open { try finish(load, id, encoder) }
        open = nil
      }
    }
  }

  private func begin(
    _ file: SourceFile, _ encoder: RowEncoder
  ) throws -> (id: Int64, load: StreetFileLoad) {
    let fileID = try store.addFile(file, run: id)
    encoder.begin { [store, id] force, month in
      try store.addSnapshot(force: force, month: month, file: fileID, run: id)
    }
    let load = StreetFileLoad(
      file,
      row: { row in
        try encoder.take(row)
        if encoder.isFull { try self.write(encoder.takeBatch()) }
      }, refused: watch.note)
    return (fileID, load)
  }

  private func finish(_ load: StreetFileLoad, _ fileID: Int64, _ encoder: RowEncoder) throws {
    let result = try load.finish()
    try write(encoder.takeBatch())
    let held = FileCounts(result, encoder.monthLoads)
    if let before = try known.counts(of: result.hash) ?? store.known(result.hash) {
      try line.drain()
      try store.clear(file: fileID)
      try store.finish(file: fileID, state: "known", hash: result.hash, counts: before)
      counts.add(known: before)
    } else {
      for load in encoder.monthLoads { try write(load) }
      try line.add { [store] in
        try store.finish(file: fileID, state: "read", hash: result.hash, counts: held)
      }
      known.add(result.hash, bytes: load.file.bytes, held)
      counts.add(stored: held)
    }
    try watch.advance(past: load.file)
  }

  private func write(_ batch: IncidentBatch) throws {
    guard !batch.isEmpty else { return }
    try line.add { [store, id] in try store.write(batch, run: id) }
  }

  private func write(_ load: MonthLoad) throws {
    guard load.snapshot > 0 else { return }
    let (cube, counts) = (load.cube(), SnapshotCounts(load))
    try line.add { [store] in try store.write(cube, of: counts) }
  }
}

/// The contents this run has already met.
private struct KnownFiles {
  private var sizes: Set<Int> = []
  private var held: [[UInt8]: FileCounts] = [:]

  func mayHold(bytes: Int) -> Bool { sizes.contains(bytes) }
  func counts(of hash: [UInt8]) -> FileCounts? { held[hash] }

  mutating func add(_ hash: [UInt8], bytes: Int, _ counts: FileCounts) {
    sizes.insert(bytes)
    held[hash] = counts
  }
}
