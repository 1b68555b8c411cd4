/// A mailbox, such as `a.name@example.org`, and the name shown with it, if any.
public struct MailAddress: Sendable, Hashable {
  /// The mailbox.
  public let mailbox: String
  /// The name shown with it; empty where there is none.
  public let name: String

  /// Reads `mailbox` or `Name <mailbox>`; `nil` where it is neither.
  ///
  /// Only what every mail server takes is read: letters of ASCII, one @, no quotes, no control
  /// character, 254 bytes at most.
  public init?(_ text: String) {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    guard text.last == ">", let open = text.lastIndex(of: "<") else {
      guard Self.isMailbox(text) else { return nil }
      (mailbox, name) = (String(text), "")
      return
    }
    let inner = text[text.index(after: open)...].dropLast()
    var shown = text[..<open]
    while shown.last == " " { shown.removeLast() }
    guard Self.isMailbox(inner), shown.unicodeScalars.allSatisfy({ $0.value >= 32 && $0 != "\"" })
    else { return nil }
    (mailbox, name) = (String(inner), String(shown))
  }

  /// What stands behind the @.
  public var domain: String {
    mailbox.lastIndex(of: "@").map { String(mailbox[mailbox.index(after: $0)...]) } ?? ""
  }

  private static func isMailbox(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty, !parts[1].isEmpty else {
      return false
    }
    let odd = Set("()<>[]:;,\\\"".utf8)
    return text.utf8.allSatisfy { $0 > 32 && $0 < 127 && !odd.contains($0) }
      && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !parts[1].contains("..")
  }
}
