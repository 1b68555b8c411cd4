import Glibc

/// Named places at which tests kill the process, to see that nothing acknowledged is lost.
///
/// `HAMLET_FAULT=name` kills the process with SIGKILL at the first reach of that name,
/// `HAMLET_FAULT=name:3` at the third. Without the variable a reach costs one comparison.
public enum FaultPoint {
  private struct Armed: Sendable {
    let name: String
    let left: Guarded<Int>
  }

  private static let armed: Armed? = {
    guard let text = getenv("HAMLET_FAULT").map({ String(cString: $0) }), !text.isEmpty else {
      return nil
    }
    let parts = text.split(separator: ":", maxSplits: 1)
    return Armed(
      name: parts.first.map(String.init) ?? "",
      left: Guarded(parts.count == 2 ? Int(parts[1]) ?? 1 : 1))
  }()

  /// Kills the process here if this is the point it was told to die at.
  public static func reach(_ name: StaticString) {
    guard let armed, armed.name == name.description else { return }
    let left = armed.left.withLock { left in
      left -= 1
      return left
    }
    if left == 0 { kill(getpid(), SIGKILL) }
  }
}
