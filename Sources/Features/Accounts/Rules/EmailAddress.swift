import Kernel

/// The address a person signs in with, in the one form it is found by.
struct EmailAddress: Hashable, Sendable {
  /// Lower case, without spaces.
  let text: Sensitive<String>

  static let limit = 254

  /// Reads what a person typed; `nil` where it cannot be an address.
  init?(_ typed: String) {
    let text = typed.filter { !$0.isWhitespace }.lowercased()
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= Self.limit,
      parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix(".")
    else { return nil }
    self.text = Sensitive(text)
  }

  /// The part before the `@`, which a password must not be made of.
  var local: Sensitive<String> {
    Sensitive(String(text.reveal(for: "password rule").prefix { $0 != "@" }))
  }
}
