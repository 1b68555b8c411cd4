public import Access
public import Kernel

/// Something a person answers for beside their role, such as one priority of a plan.
public struct Duty: RawRepresentable<String>, Hashable, Sendable {
  /// The word kept in the database, such as `priority-lead`.
  public let rawValue: String

  /// A duty by its word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Leads a priority of a plan and signs its quarters off.
  public static let priorityLead = Duty(rawValue: "priority-lead")
}

/// A duty given to or taken from an account.
public struct DutyChange: Sendable, Hashable {
  /// The duty.
  public let duty: Duty
  /// What it is for, such as `priority/3`.
  public let subject: String
  /// Whose it becomes or was.
  public let account: ID<Account>
  /// Who decided it; `nil` for the program itself.
  public let by: ID<Account>?
  /// When.
  public let at: Instant

  /// A duty given or taken.
  public init(
    _ duty: Duty, for subject: String, account: ID<Account>, by: ID<Account>?, at: Instant
  ) {
    self.duty = duty
    self.subject = subject
    self.account = account
    self.by = by
    self.at = at
  }
}
