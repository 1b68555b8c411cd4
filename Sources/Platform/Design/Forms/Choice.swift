/// One choice of a question or list.
public struct Choice: Sendable {
  /// What is sent.
  public let value: String
  /// What is shown.
  public let label: String
  /// A sentence below it.
  public let hint: String?

  /// A choice: what is sent, what is shown, and a sentence below it.
  public init(_ value: String, _ label: String, hint: String? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
  }
}
