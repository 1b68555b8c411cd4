public import Kernel

/// Tag of ids of accounts.
public enum Account {}
/// Tag of ids of organisations.
public enum Organisation {}

/// The signed-in person behind a request or a command, as policies see them.
public struct Actor: Sendable, Hashable {
  /// The account.
  public let account: ID<Account>
  /// The organisation the account belongs to.
  public let organisation: ID<Organisation>
  /// The role.
  public let role: Role

  /// A person as policies see them.
  public init(account: ID<Account>, organisation: ID<Organisation>, role: Role) {
    self.account = account
    self.organisation = organisation
    self.role = role
  }
}
