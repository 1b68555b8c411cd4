internal import HTTP
internal import Kernel

/// What an organisation says of an action.
enum AnswerOutcome: String, CaseIterable, Sendable {
  case done
  case refused = "not-possible"

  var title: String {
    switch self {
    case .done: "It is done"
    case .refused: "We cannot do it"
    }
  }
}

/// The answer to an action: what came of it, and what to know of it.
struct AnswerForm {
  let outcome: AnswerOutcome
  let words: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let outcome: AnswerOutcome? = form.choice("answer", or: "Choose whether it is done")
    words = form.text(
      "answer-words",
      or: outcome == .refused ? "Enter why you cannot do it" : "Enter what was done, and when",
      limit: CaseForms.limit)
    try form.finish()
    guard let outcome else { throw Refusal("answer", "Choose whether it is done") }
    self.outcome = outcome
  }
}
