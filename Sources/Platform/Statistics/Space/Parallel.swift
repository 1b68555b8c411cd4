import Kernel

/// Work cut into pieces, for a few threads.
///
/// Which thread takes which piece changes from run to run, so a piece must not depend on it: the
/// results come back in the order of the pieces, and are the same for any number of threads.
enum Parallel {
  /// The result of each piece, in order.
  ///
  /// The calling thread takes its share, and waits for the pieces alone: a helper that the machine
  /// starts late finds nothing left and ends unheard.
  static func map<Result: Sendable>(
    _ pieces: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard pieces > 1, threads > 1 else { return (0..<pieces).map(body) }
    let next = Guarded(0)
    let done = Guarded([Result?](repeating: nil, count: pieces))
    @Sendable func work() {
      while true {
        let piece = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard piece < pieces else { return }
        let result = body(piece)
        done.withLock { $0[piece] = result }
        done.signal()
      }
    }
    for _ in 1..<min(threads, pieces) { JoinableThread(work).detach() }
    work()
    return done.wait { results in
      let all = results.compactMap(\.self)
      return all.count == pieces ? all : nil
    }
  }

  /// Cuts `0..<count` into ranges of about the same length, at most `pieces` of them.
  static func ranges(_ count: Int, pieces: Int) -> [Range<Int>] {
    let pieces = max(1, min(pieces, count))
    return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }
}
