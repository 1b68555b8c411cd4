/// One step of a schema, run once, in its order.
///
/// The text is one for both engines; these words stand for what differs:
/// `{id}` a 64-bit primary key the database gives, `{i64}`, `{f64}`, `{text}` (compares and sorts by
/// code point), `{blob}`, and after a table's closing bracket `{strict}`, or `{clustered}` for a
/// table that SQLite is to keep in the order of its primary key. No constraint may be deferred: a
/// commit is shared, and one writer's mistake would fail the others.
public struct Migration: Sendable, Hashable {
  /// The feature it belongs to, such as `accounts`.
  public let feature: String
  /// 1, 2, … within its feature.
  public let number: Int
  /// Statements separated by `;`, with the words above.
  public let text: String

  /// A step of a feature's schema.
  public init(feature: String, number: Int, text: String) {
    self.feature = feature
    self.number = number
    self.text = text
  }

  /// Its name, such as `accounts-001`.
  public var name: String {
    let digits = String(number)
    return "\(feature)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
  }
}
