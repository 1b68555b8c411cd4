import HTTP
import Kernel
import Secrets

/// A secret offered to a person's authenticator, not yet theirs until its first code is right.
struct SecondFactorOffer: Sendable {
  /// In base32.
  let secret: String
  let partnership: String
  let name: Sensitive<String>

  static let refusal = Refusal(
    "code", "The code is not right. Check the clock of your phone and enter the next code")

  /// In groups of four, to be typed.
  var spaced: String {
    let letters = Array(secret)
    return stride(from: 0, to: letters.count, by: 4).map { start in
      String(letters[start..<min(start + 4, letters.count)])
    }.joined(separator: " ")
  }

  var uri: String {
    OneTimeCode.uri(
      secret: secret, issuer: partnership, account: name.reveal(for: "the authenticator's label"))
  }
}
