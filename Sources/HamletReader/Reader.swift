import Glibc

/// Reads files of strangers, confined, for the program that started it.
///
///     hamlet-reader [--memory BYTES] [--seconds N] table FILE
///     hamlet-reader [--memory BYTES] [--seconds N] entries FILE
///     hamlet-reader [--memory BYTES] [--seconds N] extract FILE --all|NAME…
///
/// Rows and bytes go to standard output as ``Frames`` says. Ends with 0 when all was read, 1 when
/// not, 2 for wrong use; a crash or an overrun ends it by a signal.
enum Reader {
  static func run(_ arguments: [String]) -> Int32 {
    var rest = arguments[...]
    var confinement = Confinement()
    while let option = rest.first, option.hasPrefix("--") {
      guard let value = rest.dropFirst().first.flatMap({ UInt($0) }) else { return wrongUse() }
      switch option {
      case "--memory": confinement.memoryBytes = value
      case "--seconds": confinement.seconds = value
      default: return wrongUse()
      }
      rest = rest.dropFirst(2)
    }
    guard let command = rest.popFirst(), let file = rest.popFirst() else { return wrongUse() }
    unsafe setlocale(LC_ALL, "C.UTF-8")
    let frames = Frames()
    do {
      try confinement.enter()
      switch command {
      case "table" where rest.isEmpty: try TableReader(frames).read(file)
      case "entries" where rest.isEmpty: try ArchiveReader(frames).list(file)
      case "extract" where !rest.isEmpty:
        try ArchiveReader(frames).extract(file, names: rest == ["--all"] ? nil : Set(rest))
      default: return wrongUse()
      }
      frames.end()
      return finish(0)
    } catch {
      frames.problem(error.reason)
      return finish(1)
    }
  }

  private static func wrongUse() -> Int32 {
    say("Usage: hamlet-reader table FILE | entries FILE | extract FILE --all|NAME…")
    return 2
  }

  /// Ends at once: the libraries' own last words need calls that are refused here.
  private static func finish(_ status: Int32) -> Int32 { _exit(status) }
}

/// Why a file was not read.
struct Unreadable: Error {
  /// A word the starting program knows.
  enum Reason: String {
    /// Not a file of the kinds that are read.
    case notKnown = "not-known"
    /// Broken or cut short.
    case damaged
    /// Locked with a password.
    case locked
    /// Larger inside than is accepted.
    case tooLarge = "too-large"
    /// Holds names, links or devices that could lead elsewhere.
    case unsafe
    /// The file cannot be opened.
    case absent
    /// The limits could not be set.
    case unconfined
  }

  let reason: Reason
}
