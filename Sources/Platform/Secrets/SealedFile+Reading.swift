internal import Glibc
internal import Kernel

extension SealedFile {
  /// Begins to read.
  public func reader() throws(SealedFileProblem) -> Reader { try Reader(self) }

  /// Reads a file piece by piece, from whichever thread comes; one at a time.
  public final class Reader: Sendable {
    private let file: SealedFile
    private let descriptor: Int32
    private let next = Guarded(0)

    init(_ file: SealedFile) throws(SealedFileProblem) {
      self.file = file
      descriptor = unsafe open(file.path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unreadable }
      let whole = file.size + file.pieces * (SealedFile.sealedBytes - SealedFile.pieceBytes)
      guard lseek(descriptor, 0, SEEK_END) == whole, lseek(descriptor, 0, SEEK_SET) == 0 else {
        close(descriptor)
        throw .damaged
      }
    }

    deinit { close(descriptor) }

    /// The bytes of the next piece; `nil` at the end.
    public func read() throws(SealedFileProblem) -> [UInt8]? {
      try next.withLock { (next) throws(SealedFileProblem) in
        guard next < file.pieces else { return nil }
        let length = file.count(of: next) + SealedFile.nonceBytes + SealedFile.tagBytes
        let bytes = try file.opened(Self.bytes(length, from: descriptor), piece: next)
        next += 1
        return bytes
      }
    }

    private static func bytes(_ count: Int, from file: Int32) throws(SealedFileProblem) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      var done = 0
      while done < count {
        let start = done
        let read = unsafe bytes.withUnsafeMutableBytes {
          unsafe Glibc.read(file, $0.baseAddress.map { unsafe $0 + start }, $0.count - start)
        }
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { throw .damaged }
        done += read
      }
      return bytes
    }
  }
}
