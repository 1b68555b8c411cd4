public import Kernel

/// Why the audit trail could not be written.
public enum AuditProblem: Problem {
  /// More views wait to be recorded than may be kept in memory.
  case behind
  /// The row at the head of the chain is missing: the trail was changed outside this program.
  case headless

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .behind: "The record of who looked at what is behind. Wait a moment and try again."
    case .headless: "The audit trail was changed outside this program. Tell your administrator."
    }
  }

  /// 503 while it can pass, else 500.
  public var status: Int {
    switch self {
    case .behind: 503
    case .headless: 500
    }
  }
}
