public import Database
public import Kernel

/// The register of what leaves the partnership's record, for features that share.
///
/// Each closure works inside the transaction it is handed, so that what is shared and its record
/// stand together or not at all. Application wires them.
public struct ShareRegister: Sendable {
  /// What a share may name on a day.
  public let choices: @Sendable (Day, Read) throws -> ShareChoices
  /// Records a share whose terms keep to ``ShareRules``; its reference.
  public let record: @Sendable (NewShare, Write) throws -> Reference
  /// Ends a share; does nothing where there is none of that reference.
  public let end: @Sendable (Reference, ShareEnd, Write) throws -> Void
  /// The share of a reference; `nil` where there is none.
  public let share: @Sendable (Reference, Read) throws -> Share?
  /// The shares of a record, the latest first, at most 100.
  public let about: @Sendable (Reference, Read) throws -> [Share]
  /// Takes the words of a record's shares away, with the names of others; that it was shared stays.
  public let forget: @Sendable (Reference, Write) throws -> Void
  /// The page that records a share of a record.
  public let formPath: @Sendable (Reference) -> String

  /// A register of its closures.
  public init(
    choices: @escaping @Sendable (Day, Read) throws -> ShareChoices,
    record: @escaping @Sendable (NewShare, Write) throws -> Reference,
    end: @escaping @Sendable (Reference, ShareEnd, Write) throws -> Void,
    share: @escaping @Sendable (Reference, Read) throws -> Share?,
    about: @escaping @Sendable (Reference, Read) throws -> [Share],
    forget: @escaping @Sendable (Reference, Write) throws -> Void,
    formPath: @escaping @Sendable (Reference) -> String
  ) {
    self.choices = choices
    self.record = record
    self.end = end
    self.share = share
    self.about = about
    self.forget = forget
    self.formPath = formPath
  }

  /// None: for tests of what shares nothing.
  public static let empty = ShareRegister(
    choices: { _, _ in .empty }, record: { _, _ in throw NoRegister() }, end: { _, _, _ in },
    share: { _, _ in nil }, about: { _, _ in [] }, forget: { _, _ in }, formPath: { _ in "/" })

  private struct NoRegister: Error {}
}
