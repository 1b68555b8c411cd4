public import Access
public import Geography
public import Kernel

/// An area somebody drew, as it is to be added.
public struct DrawnArea: Sendable, Hashable {
  /// Its kind.
  public let kind: AreaKind
  /// The year it belongs to.
  public let edition: Int
  /// Its name, 1 to 200 characters.
  public let name: String
  /// Its shape in metres of the British National Grid.
  public let shape: MultiPolygon
  /// Who drew it; `nil` for a command.
  public let account: ID<Account>?
  /// When.
  public let at: Instant

  /// An area to be added.
  public init(
    kind: AreaKind, edition: Int, name: String, shape: MultiPolygon, account: ID<Account>?,
    at: Instant
  ) {
    self.kind = kind
    self.edition = edition
    self.name = name
    self.shape = shape
    self.account = account
    self.at = at
  }
}
