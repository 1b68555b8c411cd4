/// Names with values in the order they came: a query string or the fields of a form.
public struct Fields: Sendable, Hashable {
  /// The pairs in order.
  public private(set) var pairs: [Pair]

  /// One name with one value.
  public struct Pair: Sendable, Hashable {
    /// The field's name.
    public let name: String
    /// Its value, as text.
    public let value: String
  }

  /// No fields.
  public init() { pairs = [] }

  /// The fields of a list of pairs, for links and tests.
  public init(_ pairs: [(String, String)]) {
    self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
  }

  /// Adds a field at the end.
  public mutating func append(_ name: String, _ value: String) {
    pairs.append(Pair(name: name, value: value))
  }

  /// The first value of a name.
  public subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Every value of a name, such as the boxes that were ticked.
  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}
