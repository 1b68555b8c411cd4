internal import HTTP

/// What is happening.
struct KindForm: StepForm {
  static let missing = "Choose what is happening, or “Something else, or I am not sure”"

  private let kind: String

  init(_ fields: Fields) throws(Refusal) {
    let chosen = fields["kind"] ?? ""
    guard ReportKind.all.contains(where: { $0.id == chosen }) else {
      throw Refusal("kind", Self.missing)
    }
    kind = chosen
  }

  func apply(to answers: inout DraftAnswers) {
    guard answers.kind != kind else { return }
    answers.kind = kind
    answers.exception = nil
    answers.hasSeenLine = false
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    Fields(present: [("kind", answers.kind)])
  }
}

/// Whether something that mostly is no anti-social behaviour is.
struct ExceptionForm: StepForm {
  static let missing = "Choose one: you can report it whatever the answer is"

  /// `nil` for those who would rather know who else can help.
  let answer: ExceptionAnswer?

  init(_ fields: Fields) throws(Refusal) {
    switch fields["exception"] {
    case "help": answer = nil
    case let word:
      guard let answer = word.flatMap(ExceptionAnswer.init(rawValue:)) else {
        throw Refusal("exception", Self.missing)
      }
      self.answer = answer
    }
  }

  func apply(to answers: inout DraftAnswers) { answers.exception = answer }

  static func fields(of answers: DraftAnswers) -> Fields {
    Fields(present: [("exception", answers.exception?.rawValue)])
  }
}

/// That the line to call was shown.
struct LineForm: StepForm {
  init(_ fields: Fields) {}
  func apply(to answers: inout DraftAnswers) { answers.hasSeenLine = true }
  static func fields(of answers: DraftAnswers) -> Fields { Fields() }
}
