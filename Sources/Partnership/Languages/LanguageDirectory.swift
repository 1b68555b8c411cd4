public import Database
public import Translation

/// The languages that public pages can be read in.
///
/// Each closure works inside the transaction it is handed. Application wires them.
public struct LanguageDirectory: Sendable {
  /// The languages the page of a path may be shown in, by name.
  public let offered: @Sendable (_ path: [String], Read) throws -> [Language]
  /// The words of the page of a path in a language; `nil` where it may not be shown in it.
  public let wording: @Sendable (LanguageChoice, _ path: [String], Read) throws -> Wording?

  /// A directory of its closures.
  public init(
    offered: @escaping @Sendable ([String], Read) throws -> [Language],
    wording: @escaping @Sendable (LanguageChoice, [String], Read) throws -> Wording?
  ) {
    self.offered = offered
    self.wording = wording
  }

  /// No language but English.
  public static let empty = LanguageDirectory(offered: { _, _ in [] }, wording: { _, _, _ in nil })
}
