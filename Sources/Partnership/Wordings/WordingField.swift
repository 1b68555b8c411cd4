/// A field that a wording may name, and what stands there.
public struct WordingField: Sendable, Equatable {
  /// Its name, such as `reference`.
  public let name: String
  /// What it holds, in words.
  public let title: String

  /// A field.
  public init(_ name: String, _ title: String) { (self.name, self.title) = (name, title) }
}
