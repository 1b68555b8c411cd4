public import HTTP

/// What a form shows in its fields: what was there or was posted, and what was refused.
///
/// On the first visit the values are those of the record; after a refusal they are those posted,
/// so that nobody types a thing twice.
public struct FormState: Sendable {
  /// The values by the fields' names.
  public let values: Fields
  /// What was refused, if anything was.
  public let refusal: Refusal?

  /// A form with values, and with what was refused of them.
  public init(values: Fields = Fields(), refusal: Refusal? = nil) {
    self.values = values
    self.refusal = refusal
  }

  /// The value of a field, empty where it has none.
  func value(_ name: String) -> String { values[name] ?? "" }

  /// Whether a box of a name and value is ticked.
  func isChosen(_ value: String, of name: String) -> Bool { values.all(name).contains(value) }

  /// The sentence for a field that was refused.
  func message(_ name: String) -> String? { refusal?.message(for: name) }
}
