public import Access
public import Kernel

/// Somebody with an account, as other features see them.
public struct Person: Sendable, Hashable {
  /// The account.
  public let id: ID<Account>
  /// Their name.
  public let name: Sensitive<String>
  /// The organisation they belong to.
  public let organisation: ID<Organisation>
  /// Their role.
  public let role: Role
  /// Whether they may sign in.
  public let isActive: Bool

  /// Somebody with an account.
  public init(
    id: ID<Account>, name: Sensitive<String>, organisation: ID<Organisation>, role: Role,
    isActive: Bool
  ) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.role = role
    self.isActive = isActive
  }
}
