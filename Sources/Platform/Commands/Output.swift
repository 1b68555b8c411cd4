import Kernel

/// The results of a command, gathered in pieces of 64 KiB.
///
/// A failure to write is remembered and ends the program with status 1.
public final class Output: Sendable {
  private static let pieceSize = 65_536
  private let console: Console
  private let state = Guarded(State())

  private struct State {
    var waiting: [UInt8] = []
    var failure: (any Error)?
  }

  init(_ console: Console) { self.console = console }

  /// Writes a line.
  public func line(_ text: String = "") { write(Array(text.utf8) + [0x0A]) }

  /// Writes text as it is.
  public func text(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes as they are, such as a CSV file.
  public func write(_ bytes: [UInt8]) {
    state.withLock {
      $0.waiting += bytes
      if $0.waiting.count >= Self.pieceSize { empty(&$0) }
    }
  }

  /// Writes the one JSON value of a command called with `--json`, and a line's end.
  public func json(_ value: JSON) { line(value.description) }

  /// Writes what waits; throws the first failure since the beginning.
  func finish() throws {
    try state.withLock {
      empty(&$0)
      if let failure = $0.failure { throw failure }
    }
  }

  private func empty(_ state: inout State) {
    defer { state.waiting.removeAll(keepingCapacity: true) }
    guard state.failure == nil, !state.waiting.isEmpty else { return }
    do { try console.out(state.waiting) } catch { state.failure = error }
  }
}
