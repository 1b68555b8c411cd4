internal import Design
internal import Kernel
internal import Markup

/// What the page of an assessment asks and shows.
struct AssessModel {
  let file: CaseFile
  let kept: KeptInstrument
  let people: [CasePerson]
  /// The score of what was answered, before it is kept.
  let scored: NewAssessment?
  let state: FormState
  let csrf: String
}

/// The questions of an instrument; the score is worked out by the server, shown, and then kept.
struct AssessPage: HTML {
  let model: AssessModel

  private var instrument: RiskInstrument { model.kept.instrument }

  var body: some HTML {
    Handling(note: "What you enter is sealed; that you were here is recorded.")
    PageHead(
      "Assess the risk", kicker: "\(model.file.reference), \(model.kept.title)")
    PostForm(
      to: RiskRoute.assess(model.file.reference, key: model.kept.key).path, csrf: model.csrf
    ) {
      input(.type(.hidden), .name("version"), .value(String(model.kept.version)))
      if let scored = model.scored { ScoreSheet(scored: scored) }
      Sheet("The questions") {
        p(.class("quiet")) { instrument.source }
        if !model.people.isEmpty {
          SelectField(
            "about", label: "Whose risk",
            choices: model.people.map {
              Choice($0.id.description, $0.content.reveal(for: "choice of a person").name)
            }, empty: "All who suffer", in: model.state)
        }
        for (index, question) in instrument.questions.enumerated() {
          RadioField(
            AssessForm.field(index), legend: "\(index + 1). \(question.text)",
            choices: question.answers.enumerated().map { place, answer in
              Choice(String(place), answer.text)
            }, in: model.state)
        }
        TextArea(
          "risk-notes", label: "What else to know",
          hint: "Facts and whose words they are; sealed with the answers.", in: model.state, rows: 4
        )
      }
      Sheet("Your judgement") {
        SelectField(
          "raise", label: "Is the risk greater than the score says?",
          choices: instrument.bands.dropFirst().map {
            Choice(String($0.level.rawValue), "Raise it to \($0.level.title)")
          }, hint: "A risk can be raised, never lowered.", empty: "As scored", in: model.state)
        TextField("raise-reason", label: "Why it is raised", in: model.state)
        SubmitButton(
          "Work out the score", style: model.scored == nil ? .main : .line, name: "step",
          value: "score")
      }
    }
  }
}

private struct ScoreSheet: HTML {
  let scored: NewAssessment

  var body: some HTML {
    let instrument = scored.kept.instrument
    Sheet("The score", mark: .thread) {
      p(.role("status")) {
        "\(scored.score) of \(instrument.most): "
        StateMark(scored.scored.mark, scored.scored.title)
        if scored.level > scored.scored {
          ", raised to "
          StateMark(scored.level.mark, scored.level.title)
        }
      }
      RiskScale(instrument: instrument, level: scored.scored)
      if let band = instrument.band(of: scored.level) {
        p(.class("quiet")) {
          "It will be assessed again after \(band.days) days, or when something happens."
        }
      }
      SubmitButton("Keep this assessment", name: "step", value: "keep")
      p(.class("quiet")) { "Or change an answer below and work the score out again." }
    }
  }
}
