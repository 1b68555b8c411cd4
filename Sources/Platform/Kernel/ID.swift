/// The number that identifies one record of one kind.
///
/// `Entity` is a tag: it keeps the id of an account from being passed where the id of a plan is
/// wanted. Ids are 64-bit, positive, given by the database or by ``spaced()``, and are never shown to
/// people.
public struct ID<Entity>: Hashable, Sendable {
  /// The number as the database holds it.
  public let rawValue: Int64

  /// Wraps a number read from the database or from a path.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }
}

extension ID: Comparable {
  /// Orders ids by their number, which is the order in which the records were made.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID: CustomStringConvertible {
  /// The number in decimal digits.
  public var description: String { String(rawValue) }
}

extension ID: LosslessStringConvertible {
  /// Reads decimal digits; anything else, nought and negative numbers are `nil`.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text),
      number > 0
    else { return nil }
    self.init(number)
  }
}
