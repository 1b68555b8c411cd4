internal import Commands
internal import Documents
internal import Partnership

extension FileReader {
  /// Plain files from the disk; what is packed, through `hamlet-reader`.
  static func live(_ settings: Settings) -> FileReader {
    let reader = ReaderProcess(executable: settings.reader)
    return FileReader(
      read: { files, each in
        guard let first = files.first else { return }
        switch first.form {
        case .plain, .workbook: try plain(files, each)
        case .gzip: try packed(first, reader, each)
        case .entry: try entries(files, reader, each)
        }
      },
      entries: { path in
        try refusing(path) { try reader.entries(of: path).map { ($0.name, $0.size ?? 0) } }
      })
  }

  /// Files of the disk, one after another.
  static func plain(_ files: [SourceFile], _ each: (Piece) throws -> Void) throws {
    for file in files {
      try each(.begin(file))
      try FileBytes.read(file.path) { try each(.bytes($0)) }
      try each(.end)
    }
  }

  private static func packed(
    _ file: SourceFile, _ reader: ReaderProcess, _ each: (Piece) throws -> Void
  ) throws {
    try refusing(file.path) {
      try reader.extract(from: file.path) { piece in
        switch piece {
        case .begin: try each(.begin(file))
        case .bytes(let bytes): try each(.bytes(bytes))
        case .end: try each(.end)
        }
      }
    }
  }

  private static func entries(
    _ files: [SourceFile], _ reader: ReaderProcess, _ each: (Piece) throws -> Void
  ) throws {
    guard let path = files.first?.path else { return }
    let byName = Dictionary(files.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    try refusing(path) {
      try reader.extract(files.map(\.entry), from: path) { piece in
        switch piece {
        case .begin(let entry): if let file = byName[entry.name] { try each(.begin(file)) }
        case .bytes(let bytes): try each(.bytes(bytes))
        case .end: try each(.end)
        }
      }
    }
  }

  /// Makes what the reader says of a file a refusal of the run.
  private static func refusing<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let problem as ReaderProblem {
      guard case .unavailable = problem else { throw InputRefused.unreadable(path, problem) }
      throw problem
    }
  }
}
