internal import HTTP
internal import Kernel

/// What somebody wrote who asks for a case review.
struct CaseReviewRequest: Codable, Equatable, Sendable {
  var name = ""
  var phone = ""
  var email = ""
  /// Whether it is for somebody else, who agreed.
  var isOnBehalf = false
  /// References of earlier reports, to whomever they were made.
  var references = ""
  var story = ""
}

/// The form that asks for a case review.
struct CaseReviewForm {
  static let noName = "Enter your name"
  static let noContact = "Enter a telephone number or an email address, so that we can answer you"
  static let noStory = "Tell us what goes on and what was done about it"
  static let noFor = "Choose for whom you ask"

  let request: CaseReviewRequest

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    var request = CaseReviewRequest()
    switch fields["for"] {
    case "me": request.isOnBehalf = false
    case "other": request.isOnBehalf = true
    default: form.refuse("for", Self.noFor)
    }
    request.story = form.text("story", or: Self.noStory, limit: WordsForm.limit)
    request.references = form.optionalText("references", limit: 1000) ?? ""
    request.name = form.text("name", or: Self.noName)
    request.phone = form.optionalText("phone", limit: 30) ?? ""
    request.email = form.optionalText("email", limit: 254) ?? ""
    if !request.phone.isEmpty, !ReporterForm.isPhone(request.phone) {
      form.refuse("phone", ReporterForm.wrongPhone)
    }
    if !request.email.isEmpty, !ReporterForm.isEmail(request.email) {
      form.refuse("email", ReporterForm.wrongEmail)
    }
    if request.phone.isEmpty, request.email.isEmpty { form.refuse("phone", Self.noContact) }
    try form.finish()
    self.request = request
  }
}
