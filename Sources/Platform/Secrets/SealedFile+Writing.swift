internal import Glibc
internal import Kernel

extension SealedFile {
  /// Begins to write, at the first piece or at a later one of a file that broke off.
  ///
  /// The file is made, for its owner alone, where there is none.
  public func writer(from piece: Int = 0) throws(SealedFileProblem) -> Writer {
    try Writer(self, from: piece)
  }

  /// Writes a file piece by piece; belongs to one thread.
  public final class Writer {
    private let file: SealedFile
    private let descriptor: Int32
    private var piece: Int
    private var waiting: [UInt8] = []

    init(_ file: SealedFile, from piece: Int) throws(SealedFileProblem) {
      self.file = file
      self.piece = piece
      descriptor = unsafe open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .writing(errno) }
      let start = piece * SealedFile.sealedBytes
      guard lseek(descriptor, start, SEEK_SET) == start || file.path.hasPrefix("/dev/") else {
        close(descriptor)
        throw .unwritable
      }
    }

    deinit { close(descriptor) }

    /// Takes in the next bytes; those of a whole piece are sealed and written.
    ///
    /// Throws ``SealedFileProblem/damaged`` where there are more than the file was to hold.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(SealedFileProblem) {
      var start = 0
      while start < bytes.count {
        guard piece < file.pieces else { throw .damaged }
        let count = min(file.count(of: piece) - waiting.count, bytes.count - start)
        unsafe waiting.append(contentsOf: bytes[start..<start + count])
        start += count
        if waiting.count == file.count(of: piece) { try seal() }
      }
    }

    /// Waits until what was written is on disk; bytes of a piece that is not whole are dropped.
    public func finish() throws(SealedFileProblem) {
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw .writing(errno) }
    }

    /// Bytes of the file that are written, from its start.
    public var written: Int { min(file.size, piece * SealedFile.pieceBytes) }

    private func seal() throws(SealedFileProblem) {
      let sealed = file.sealed(waiting, piece: piece)
      var done = 0
      while done < sealed.count {
        let count = unsafe sealed[done...].withUnsafeBytes {
          unsafe write(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .writing(errno) }
        done += count
      }
      piece += 1
      waiting.removeAll(keepingCapacity: true)
    }
  }
}
