import Glibc
import Kernel

/// Writes one JSON object a line, from a thread of its own, so that a slow reader of the log never
/// delays an answer.
///
/// A line holds no address, no query and of the path only a part the caller knows to be harmless.
final class AccessLog: Sendable {
  private struct State {
    var pending: [UInt8] = []
    var dropped = 0
    var isClosed = false
    var isDone = false
    var thread: JoinableThread?
  }

  private static let limit = 1 << 20
  private let state = Guarded(State())
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
    let thread = JoinableThread { [self] in run() }
    state.withLock { $0.thread = thread }
  }

  /// Adds a line; drops it where a megabyte is waiting already.
  func write(_ line: String) {
    state.withLock { state in
      guard state.pending.count < Self.limit else {
        state.dropped += 1
        return
      }
      if state.dropped > 0 {
        state.pending.append(contentsOf: #"{"droppedLines":\#(state.dropped)}\#n"#.utf8)
        state.dropped = 0
      }
      state.pending.append(contentsOf: line.utf8)
      state.pending.append(UInt8(ascii: "\n"))
    }
    state.signal()
  }

  /// Writes what is waiting, for at most a second, and ends.
  func close() {
    state.withLock { $0.isClosed = true }
    state.broadcast()
    let isDone = state.wait(seconds: 1) { $0.isDone ? true : nil } ?? false
    let thread = state.withLock { $0.thread }
    if isDone { thread?.join() } else { thread?.detach() }
  }

  private func run() {
    while let lines = next() { write(lines) }
    state.withLock { $0.isDone = true }
    state.broadcast()
  }

  private func next() -> [UInt8]? {
    state.wait { state -> [UInt8]?? in
      guard !state.pending.isEmpty else { return state.isClosed ? .some(nil) : nil }
      let lines = state.pending
      state.pending = []
      return lines
    }
  }

  private func write(_ lines: [UInt8]) {
    unsafe lines.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
        let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 && errno != EINTR { return }
        offset += max(0, written)
      }
    }
  }
}
