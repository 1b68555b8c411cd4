internal import Secrets

/// Where the bytes of files come from: the disk, or the reader of archives.
struct FileReader: Sendable {
  /// What reading gives, file by file.
  enum Piece {
    /// A file begins.
    case begin(SourceFile)
    /// Its next bytes, which last only as long as the call.
    case bytes(UnsafeRawBufferPointer)
    /// It is complete.
    case end
  }

  /// Hands over the bytes of files that lie at one path, in one pass.
  let read: @Sendable ([SourceFile], (Piece) throws -> Void) throws -> Void
  /// The names and sizes of what an archive holds.
  let entries: @Sendable (String) throws -> [(name: String, bytes: Int)]

  /// The SHA-256 of the content of files that lie at one path.
  func hashes(_ files: [SourceFile]) throws -> [(file: SourceFile, hash: [UInt8])] {
    guard !files.isEmpty else { return [] }
    var hashes: [(file: SourceFile, hash: [UInt8])] = []
    var open: (file: SourceFile, hash: SHA256)?
    try read(files) { piece in
      switch piece {
      case .begin(let file): open = (file, SHA256())
      case .bytes(let bytes): open?.hash.update(bytes)
      case .end:
        if let file = open?.file, let hash = open?.hash.finish() { hashes.append((file, hash)) }
        open = nil
      }
    }
    return hashes
  }
}
