/// What a form did not accept: for each field, the sentence that says what to do.
public struct Refusal: Error, Equatable, Sendable {
  /// One field with its sentence.
  public struct Entry: Equatable, Sendable {
    /// The field's name, which is also the id its error links to.
    public let field: String
    /// What to do, such as "Enter the number of offences".
    public let message: String

    /// A field with its sentence.
    public init(field: String, message: String) {
      self.field = field
      self.message = message
    }
  }

  /// In the order of the form.
  public var entries: [Entry]

  /// A refusal of several fields.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// A refusal of one field.
  public init(_ field: String, _ message: String) {
    entries = [Entry(field: field, message: message)]
  }

  /// The sentence for a field, where it was refused.
  public func message(for field: String) -> String? {
    entries.first { $0.field == field }?.message
  }
}
