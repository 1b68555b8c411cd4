import Glibc
import Kernel

/// Where a program writes: results to one side, progress and messages to the other.
public struct Console: Sendable {
  let out: @Sendable ([UInt8]) throws -> Void
  let err: @Sendable ([UInt8]) -> Void
  let showsProgress: Bool

  /// A console made of two closures.
  ///
  /// - Parameters:
  ///   - out: takes results; throws when they cannot be written.
  ///   - err: takes progress and messages.
  ///   - showsProgress: whether `err` is a terminal on which a line can be written over.
  public init(
    out: @escaping @Sendable ([UInt8]) throws -> Void, err: @escaping @Sendable ([UInt8]) -> Void,
    showsProgress: Bool = false
  ) {
    self.out = out
    self.err = err
    self.showsProgress = showsProgress
  }

  /// Standard output and standard error.
  public static let standard = Console(
    out: { guard write($0, to: STDOUT_FILENO) else { throw OutputProblem() } },
    err: { _ = write($0, to: STDERR_FILENO) },
    showsProgress: isatty(STDERR_FILENO) == 1)

  /// A console that keeps what is written, for tests.
  public static func recorded(showsProgress: Bool = false) -> (console: Console, record: Record) {
    let record = Record()
    let console = Console(
      out: { bytes in record.out.withLock { $0 += bytes } },
      err: { bytes in record.err.withLock { $0 += bytes } }, showsProgress: showsProgress)
    return (console, record)
  }

  /// What was written to a recorded console.
  public final class Record: Sendable {
    let out = Guarded<[UInt8]>([])
    let err = Guarded<[UInt8]>([])

    /// The results.
    public var output: String { String(decoding: out.withLock { $0 }, as: UTF8.self) }
    /// The progress and messages.
    public var messages: String { String(decoding: err.withLock { $0 }, as: UTF8.self) }
  }
}

/// The results could not be written.
struct OutputProblem: Problem {
  let message = "The results could not be written: the disk is full or the reader has gone."
  let status = 500
}

private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
