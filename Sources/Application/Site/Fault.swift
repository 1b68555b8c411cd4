import Glibc
import Secrets

/// A fault of ours: a line for the operators, and a reference to quote.
enum Fault {
  /// Writes the type of an error to standard error, never what it holds; the reference.
  static func report(_ error: any Error, section: String) -> String {
    let reference = String(SecretToken.random().filter(\.isLetter).uppercased().prefix(8))
    let known = Sections.logged.contains(section) ? section : "other"
    let line =
      "{\"event\":\"fault\",\"reference\":\"\(reference)\",\"section\":\"\(known)\","
      + "\"error\":\"\(type(of: error))\"}\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    return reference
  }
}
