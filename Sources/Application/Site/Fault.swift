import Glibc
import Jobs
import Kernel
import Secrets

/// A fault of ours: a line for the operators, and a reference to quote.
enum Fault {
  /// Writes the type of an error to standard error, never what it holds; the reference.
  static func report(_ error: any Error, section: String) -> String {
    let known = Sections.logged.contains(section) ? section : "other"
    return write("fault", "section", known, "\(type(of: error))")
  }

  /// Writes how a job ended where that is no fault of the file it read.
  @Sendable static func report(_ job: JobReport) {
    switch job.outcome {
    case .willRetry(let error) where isOurs(error), .failed(let error) where isOurs(error):
      _ = write("job", "kind", job.kind, "\(type(of: error))")
    case .abandoned: _ = write("job", "kind", job.kind, "abandoned")
    case .done, .stopped, .willRetry, .failed: break
    }
  }

  /// Writes that the use of sessions could not be noted; no page waits for that.
  @Sendable static func report(note error: any Error) {
    _ = write("session-notes", "section", "account", "\(type(of: error))")
  }

  /// Whether an error is the service's own, and not of what somebody sent.
  static func isOurs(_ error: any Error) -> Bool {
    (error as? any Problem).map { $0.status >= 500 } ?? true
  }

  private static func write(
    _ event: String, _ key: String, _ place: String, _ error: String
  ) -> String {
    let reference = String(SecretToken.random().filter(\.isLetter).uppercased().prefix(8))
    let line =
      "{\"event\":\"\(event)\",\"reference\":\"\(reference)\",\"\(key)\":\"\(place)\","
      + "\"error\":\"\(error)\"}\n"
    _ = line.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
    return reference
  }
}
