/// A way to reach somebody.
public enum MessageRoute: String, Sendable, CaseIterable {
  /// Electronic mail.
  case email
  /// A text message to a phone.
  case text
  /// A letter on paper.
  case letter
  /// A call, which only a person can make.
  case phone

  /// The route in words, such as "Text message".
  public var title: String {
    switch self {
    case .email: "Email"
    case .text: "Text message"
    case .letter: "Letter"
    case .phone: "Phone call"
    }
  }
}
