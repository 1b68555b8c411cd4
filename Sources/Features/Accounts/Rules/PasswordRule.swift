import Kernel

/// What a password must be: long, not a common one, not the person's own name.
///
/// Length and a list of common passwords instead of demands for digits and signs, after the
/// National Cyber Security Centre's guidance on passwords.
struct PasswordRule: Sendable {
  static let least = 12
  static let most = 200

  /// The person's name and address, whose words a password must not be made of.
  let name: Sensitive<String>
  let email: EmailAddress?
  /// Whether this is the demonstration, whose printed password works nowhere else.
  let isDemonstration: Bool

  /// Why a password is refused; `nil` where it is good.
  func refusal(of password: String) -> String? {
    if password.count < Self.least { return "Use \(Self.least) characters or more" }
    if password.count > Self.most { return "Use \(Self.most) characters or fewer" }
    if !isDemonstration, Self.isOfDemonstration(password) {
      return "Choose another password: this one is printed in the demonstration"
    }
    if CommonPasswords.contain(password) {
      return "Choose another password: this one is easy to guess"
    }
    if password.lowercased() == email?.text.reveal(for: "password rule") {
      return "Choose another password: this one is your email address"
    }
    if isMadeOfName(password) { return "Choose another password: this one holds your name" }
    return nil
  }

  /// Whether a password is the one the demonstration prints.
  static func isOfDemonstration(_ password: String) -> Bool {
    CommonPasswords.letters(password) == CommonPasswords.letters(Demonstration.password)
  }

  private func isMadeOfName(_ password: String) -> Bool {
    let letters = CommonPasswords.letters(password)
    let whole = CommonPasswords.letters(name.reveal(for: "password rule"))
    let local = CommonPasswords.letters(email?.local.reveal(for: "password rule") ?? "")
    return [whole, local].contains { $0.count >= 4 && letters.contains($0) }
  }
}
