public import Kernel

/// Something a person or the program did, as the audit trail keeps it.
public struct AuditEvent: Sendable, Hashable {
  /// Who did it; `nil` for the program itself and for visitors without an account.
  public let actor: ID<Account>?
  /// What was done: feature and verb, such as `account.disabled`.
  public let action: String
  /// What it was done to: kind and id, such as `account/12`.
  public let subject: String
  /// Further words by name, such as `role: analyst`; never personal data.
  public let detail: [String: String]
  /// When.
  public let at: Instant

  /// Something that was done.
  public init(
    actor: ID<Account>?, action: String, subject: String, detail: [String: String] = [:],
    at: Instant
  ) {
    self.actor = actor
    self.action = action
    self.subject = subject
    self.detail = detail
    self.at = at
  }
}
