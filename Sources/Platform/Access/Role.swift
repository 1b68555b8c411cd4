/// What an account is in its organisation; the application names the roles there are.
public struct Role: RawRepresentable<String>, Hashable, Sendable {
  /// The word kept in the database, such as `analyst`.
  public let rawValue: String

  /// A role by its word.
  public init(rawValue: String) { self.rawValue = rawValue }
}
