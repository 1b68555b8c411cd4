import Glibc

/// A temporary file that only this account can read, being written.
final class SpoolFile {
  /// What the names of all of them begin with.
  static let prefix = "hamlet-upload-"

  /// Where it is.
  let path: String
  /// Bytes written so far.
  private(set) var size = 0
  private var descriptor: Int32

  /// Makes a new file in a folder; `nil` where the system refuses.
  init?(folder: String) {
    path = "\(folder)/\(Self.prefix)\(hexadecimal(systemRandom(16)))"
    descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close() }

  /// Writes bytes at the end; false where the disk is full or fails.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      let written = Glibc.write(descriptor, slice.baseAddress, slice.count)
      if written < 0 {
        guard errno == EINTR else { return false }
        continue
      }
      rest = rest.dropFirst(written)
      size += written
    }
    return true
  }

  /// Closes it; it stays where it is.
  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Removes it, unless it has been moved elsewhere.
  func remove() {
    close()
    unlink(path)
  }
}
