internal import HTTP

/// What happened, in the reporter's words.
struct WordsForm: StepForm {
  static let missing = "Tell us in a few words what happened"
  static let limit = 5000

  private let narrative: String
  private let trap: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    narrative = form.text("narrative", or: Self.missing, limit: Self.limit)
    trap = String((fields["website"] ?? "").prefix(100))
    try form.finish()
  }

  func apply(to answers: inout DraftAnswers) {
    answers.narrative = narrative
    answers.trap = trap
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    Fields([("narrative", answers.narrative)])
  }
}

/// Who is doing it and who was told, as far as the reporter knows and wants to say.
struct PeopleForm: StepForm {
  private let subject: ReportSubject
  private let landlord: String
  private let told: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    var subject = ReportSubject()
    subject.name = form.optionalText("subject-name") ?? ""
    subject.address = form.optionalText("subject-address", limit: 300) ?? ""
    subject.description = form.optionalText("subject-description", limit: 1000) ?? ""
    subject.vehicle = form.optionalText("subject-vehicle", limit: 100) ?? ""
    subject.isKnown = ["yes", "no"].contains(fields["known"] ?? "") ? fields["known"] ?? "" : ""
    landlord = form.optionalText("landlord") ?? ""
    told = form.optionalText("told", limit: 1000) ?? ""
    try form.finish()
    self.subject = subject
  }

  func apply(to answers: inout DraftAnswers) {
    answers.subject = subject
    answers.landlord = landlord
    answers.told = told
    answers.hasPassedPeople = true
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    let subject = answers.subject
    return Fields([
      ("subject-name", subject.name), ("subject-address", subject.address),
      ("subject-description", subject.description), ("subject-vehicle", subject.vehicle),
      ("known", subject.isKnown), ("landlord", answers.landlord), ("told", answers.told),
    ])
  }
}
