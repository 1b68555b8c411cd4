public import Kernel

/// How one run of a job ended, for the log.
public struct JobReport: Sendable {
  /// How a run ended.
  public enum Outcome: Sendable {
    /// The work was done.
    case done
    /// It was asked to stop and will be taken up again.
    case stopped
    /// It failed and will be tried again.
    case willRetry(any Error)
    /// It failed for good.
    case failed(any Error)
    /// It was given up, because the process died each time it was tried.
    case abandoned
  }

  /// The job.
  public let id: ID<Job>
  /// The name of its kind.
  public let kind: String
  /// How the run ended.
  public let outcome: Outcome

  static let unexplained =
    "Something went wrong, and nothing of this work was kept. Try again; if it happens again, "
    + "tell whoever runs this service."
  static let crashed =
    "The program stopped each time it tried this work, so it was given up. Tell whoever runs this "
    + "service."
}
