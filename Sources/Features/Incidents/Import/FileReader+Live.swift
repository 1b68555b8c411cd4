internal import Documents
internal import Partnership

extension FileReader {
  /// Plain files from the disk.
  static func live(_ settings: Settings) -> FileReader {
    FileReader(read: plain, entries: { _ in [] })
  }

  /// Files of the disk, one after another.
  static func plain(_ files: [SourceFile], _ each: (Piece) throws -> Void) throws {
    for file in files {
      try each(.begin(file))
      try FileBytes.read(file.path) { try each(.bytes($0)) }
      try each(.end)
    }
  }
}
