import HTTP

/// A new password typed twice; nothing is trimmed off it.
struct NewPasswordForm {
  let password: String

  init(_ fields: Fields, _ rule: PasswordRule) throws(Refusal) {
    password = fields["password"] ?? ""
    if password.isEmpty { throw Refusal("password", "Enter a new password") }
    if let words = rule.refusal(of: password) { throw Refusal("password", words) }
    guard fields["again"] == password else {
      throw Refusal("again", "Enter the same password again: the two are not the same")
    }
  }
}
