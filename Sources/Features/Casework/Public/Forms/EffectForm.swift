internal import HTTP

/// What it does to the reporter, and whether it is because of who they are; all of it optional.
struct EffectForm: StepForm {
  private let effect: String
  private let circumstances: [Circumstance]
  private let strands: [HateStrand]
  private let strandWords: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    effect = form.optionalText("effect", limit: 2000) ?? ""
    strandWords = form.optionalText("strand-words", limit: 1000) ?? ""
    circumstances = fields.choices("circumstances")
    strands = fields.choices("strands")
    try form.finish()
  }

  func apply(to answers: inout DraftAnswers) {
    answers.effect = effect
    answers.circumstances = circumstances
    answers.strands = strands
    answers.strandWords = strandWords
    answers.hasPassedEffect = true
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    Fields(
      [("effect", answers.effect), ("strand-words", answers.strandWords)]
        + answers.circumstances.map { ("circumstances", $0.rawValue) }
        + answers.strands.map { ("strands", $0.rawValue) })
  }
}
