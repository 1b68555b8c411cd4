internal import HTTP

/// Who reports, how much of that they give, and how they may be reached.
struct ReporterForm: StepForm {
  static let missing = "Choose whether to give your name"
  static let noName = "Enter your name, or choose another answer above"
  static let noPhone = "Enter a telephone number, or choose another way to be reached"
  static let wrongPhone = "Enter a telephone number with 9 to 15 figures, like 07700 900123"
  static let noEmail = "Enter an email address, or choose another way to be reached"
  static let wrongEmail = "Enter an email address in full, like name@example.com"
  static let noWay = "Choose how we may reach you, or that we should not"

  private let identity: ReporterIdentity
  private let reporter: Reporter

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let identity: ReporterIdentity? = form.choice("identity", or: Self.missing)
    var reporter = Reporter()
    // Nothing that says who they are is kept of those who do not want to say it.
    if let identity, identity != .anonymous { reporter = Self.reporter(identity, fields, &form) }
    try form.finish()
    guard let identity else { throw Refusal("identity", Self.missing) }
    self.identity = identity
    self.reporter = reporter
  }

  func apply(to answers: inout DraftAnswers) {
    answers.identity = identity
    answers.reporter = reporter
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    let reporter = answers.reporter
    return Fields(present: [
      ("identity", answers.identity?.rawValue), ("name", reporter.name), ("phone", reporter.phone),
      ("email", reporter.email), ("way", reporter.way?.rawValue), ("safety", reporter.safety),
    ])
  }

  private static func reporter(
    _ identity: ReporterIdentity, _ fields: Fields, _ form: inout FormReader
  ) -> Reporter {
    var reporter = Reporter()
    reporter.name = form.optionalText("name") ?? ""
    reporter.phone = form.optionalText("phone", limit: 30) ?? ""
    reporter.email = form.optionalText("email", limit: 254) ?? ""
    reporter.safety = form.optionalText("safety", limit: 500) ?? ""
    reporter.way = form.choice("way", or: noWay)
    if identity == .named, reporter.name.isEmpty { form.refuse("name", noName) }
    if !reporter.phone.isEmpty, !isPhone(reporter.phone) { form.refuse("phone", wrongPhone) }
    if !reporter.email.isEmpty, !isEmail(reporter.email) { form.refuse("email", wrongEmail) }
    switch reporter.way {
    case .phone where reporter.phone.isEmpty, .text where reporter.phone.isEmpty:
      form.refuse("phone", noPhone)
    case .email where reporter.email.isEmpty: form.refuse("email", noEmail)
    case .phone, .text, .email, .unwanted, nil: break
    }
    return reporter
  }

  static func isPhone(_ text: String) -> Bool {
    let figures = text.count { ("0"..."9").contains($0) }
    return (9...15).contains(figures) && text.allSatisfy { "0123456789 +-().".contains($0) }
  }

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
      && !text.contains(where: \.isWhitespace)
  }
}
