import CSpawn
import Glibc

/// A file without a name, for bytes that a program reads or makes: it is gone with this object, or
/// with the process.
///
/// It belongs to one thread.
public final class ScratchFile {
  let descriptor: Int32
  /// Bytes written.
  public private(set) var size = 0

  /// Makes one on the disk of a folder; its name is taken away at once.
  ///
  /// Throws ``FileProblem``.
  public init(in folder: String) throws(FileProblem) {
    // The name is one that the server sweeps, should the process end right here.
    // The system puts letters of its own in place of each X.
    var template = Array("\(folder)/hamlet-upload-XXXXXX".utf8CString)
    descriptor = mkostemp(&template, O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: folder, code: errno) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Writes bytes at the end.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, size)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(path: "a file for a moment", code: errno) }
      done += count
      size += count
    }
  }

  /// Hands over its bytes in pieces of at most 64 KiB, from the start.
  public func each(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    var place = 0
    while place < size {
      let count = pread(descriptor, piece.baseAddress, piece.count, place)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(path: "a file for a moment", code: errno) }
      try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      place += count
    }
  }

  /// At most so many bytes from a place on.
  func bytes(at place: Int, _ most: Int) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(most, size - place))
    var done = 0
    while done < bytes.count {
      let start = done
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start, place + start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(path: "a file for a moment", code: errno) }
      done += count
    }
    return bytes
  }

  /// Writes noughts over some bytes.
  func blank(at place: Int, _ count: Int) throws(FileProblem) {
    guard count > 0 else { return }
    let noughts = [UInt8](repeating: 0, count: count)
    guard noughts.withUnsafeBytes({ pwrite(descriptor, $0.baseAddress, count, place) }) == count
    else { throw FileProblem(path: "a file for a moment", code: errno) }
  }
}
