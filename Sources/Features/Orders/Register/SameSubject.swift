internal import Kernel
internal import Partnership

/// Whether a warning was given to whom a notice is issued to (Act of 2014, section 43(5)(a)).
extension OrderContent {
  /// Whether it is against a body, such as a company.
  ///
  /// What was written down before this was kept says it by the day of birth, which was asked of everybody
  /// but a body.
  private var isAgainstBody: Bool { isBody ?? born.isEmpty }

  /// By the words of the name and, where both have one, the day of birth; a body is never a person.
  func isOfSameSubject(as other: OrderContent) -> Bool {
    guard isAgainstBody == other.isAgainstBody,
      NameTokens.words(Sensitive(name)) == NameTokens.words(Sensitive(other.name))
    else { return false }
    return born.isEmpty || other.born.isEmpty || born == other.born
  }
}
