/// One choice of a question or list.
public struct Choice: Sendable {
  /// What is sent.
  public let value: String
  /// What is shown.
  public let label: String
  /// A sentence below it.
  public let hint: String?
  /// Whether what is shown is a name, which is the same in every language.
  public var isName = false

  /// A choice: what is sent, what is shown, and a sentence below it.
  public init(_ value: String, _ label: String, hint: String? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
  }

  /// A choice that is shown by its name.
  public static func named(_ value: String, _ name: String) -> Choice {
    var choice = Choice(value, name)
    choice.isName = true
    return choice
  }
}
