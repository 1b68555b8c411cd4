import Kernel

/// The bar of long work: one line on standard error, only where that is a terminal.
///
/// Drawn at most ten times a second, whatever the number of calls.
public final class Progress: Sendable {
  private static let barWidth = 24
  private static let interval = Duration.milliseconds(100)
  private let console: Console
  private let state = Guarded(State())

  private struct State {
    var drawn: ContinuousClock.Instant?
    var isShown = false
  }

  init(_ console: Console) { self.console = console }

  /// Says how far the work is.
  ///
  /// - Parameters:
  ///   - done: what is done, ≥ 0, in the unit of `total`.
  ///   - total: the whole; `nil` where it is not known, when the number alone is shown.
  ///   - note: what is being done, such as the file's name.
  public func update(_ done: Int, of total: Int?, _ note: String = "") {
    guard console.showsProgress else { return }
    state.withLock {
      let now = ContinuousClock.now
      if let drawn = $0.drawn, now - drawn < Self.interval, done != total { return }
      $0.drawn = now
      $0.isShown = true
      console.err(Array("\r\u{1B}[K\(Self.text(done, total, note))".utf8))
    }
  }

  /// Writes a message on a line of its own, with or without a terminal.
  public func message(_ text: String) {
    clear()
    console.err(Array((text + "\n").utf8))
  }

  /// Takes the bar away.
  public func clear() {
    state.withLock {
      if $0.isShown { console.err(Array("\r\u{1B}[K".utf8)) }
      $0.isShown = false
    }
  }

  static func text(_ done: Int, _ total: Int?, _ note: String) -> String {
    guard let total, total > 0 else { return note.isEmpty ? "\(done)" : "\(done)  \(note)" }
    let share = min(1, max(0, Double(done) / Double(total)))
    let filled = Int((share * Double(barWidth)).rounded(.down))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
    return "\(bar) \(Int((share * 100).rounded(.down)))%" + (note.isEmpty ? "" : "  \(note)")
  }
}
