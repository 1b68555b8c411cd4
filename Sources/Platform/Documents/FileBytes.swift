import Glibc
public import Kernel

/// The bytes of a file, read in pieces.
public enum FileBytes {
  private static let piece = 1 << 20

  /// Hands over a file's bytes in pieces of at most 1 MiB.
  ///
  /// - Throws: ``FileProblem`` when the file cannot be read, or what `each` throws.
  public static func read(
    _ path: String, _ each: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, code: errno) }
    defer { close(descriptor) }
    try pieces(of: descriptor, path, each)
  }

  /// Hands over what stands on standard input, a file or a pipe, to its end, as ``read(_:_:)`` does.
  public static func readStandardInput(
    _ each: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try pieces(of: STDIN_FILENO, "standard input", each)
  }

  private static func pieces(
    of descriptor: Int32, _ path: String, _ each: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, code: errno) }
      if count == 0 { return }
      try each(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
    }
  }
}

/// A file that cannot be read or written.
public struct FileProblem: Problem, Equatable {
  /// The file.
  public let path: String
  let code: Int32

  /// The file and the system's reason.
  public var message: String { "\(path): \(String(cString: strerror(code)))." }
  /// 500, when a page shows it.
  public var status: Int { 500 }
}
