internal import Design
internal import Kernel
internal import Markup

/// Every assessment of a case, and the instruments it can be assessed with.
struct RiskHistoryPage: HTML {
  let model: CaseRiskModel
  let offered: [KeptInstrument]

  var body: some HTML {
    Handling(note: "That you read this is recorded with your name.")
    PageHead("Risk", kicker: "\(model.file.reference), \(model.file.title)") {
      LinkButton("What the instruments ask", to: RiskRoute.instruments.path)
    }
    RiskDueLine(model: model)
    if model.mayAssess {
      Sheet("Assess it", mark: .river) {
        ul(.class("rows")) {
          for kept in offered {
            li {
              p {
                a(.href(RiskRoute.assess(model.file.reference, key: kept.key).path)) { kept.title }
              }
              p(.class("quiet small")) {
                "\(kept.instrument.questions.count) questions"
                if !kept.instrument.isListed { ". What it finds stands on no list" }
              }
            }
          }
        }
      }
    }
    Sheet("What was assessed") {
      p(.class("quiet")) {
        "The newest first. Each keeps the version it was made with; a later version changes none."
      }
      RiskTable(model: model, assessments: model.assessments)
    }
  }
}

/// One assessment with its answers.
struct AssessmentPage: HTML {
  let risk: CaseRiskModel
  let assessment: RiskAssessment
  let kept: KeptInstrument

  private var instrument: RiskInstrument { kept.instrument }

  var body: some HTML {
    let content = assessment.content.reveal(for: "page of the assessment")
    Handling(note: "That you read this is recorded with your name.")
    PageHead(risk.about(assessment), kicker: "\(risk.file.reference), \(kept.title)")
    Facts([
      Fact(
        "Risk", note: assessment.isRaised ? "Raised from \(assessment.scored.title)" : "As scored"
      ) { StateMark(assessment.level.mark, assessment.level.title) },
      Fact("Score", "\(assessment.score) of \(instrument.most)"),
      Fact(
        "Assessed", London.words(assessment.at),
        note: assessment.account.flatMap { risk.names[$0] } ?? "The program"),
      Fact("Assess again by", assessment.reviewOn.words),
    ])
    Sheet {
      RiskScale(instrument: instrument, level: assessment.scored)
      if !content.reason.isEmpty {
        p {
          strong { "Why it was raised: " }
          content.reason
        }
      }
      if !content.notes.isEmpty { p(.class("prewrap")) { content.notes } }
    }
    Sheet("Answers") {
      DataTable(
        caption: "Answers", hidesCaption: true,
        columns: [.text("Question"), .text("Answer"), .number("Points")],
        rows: zip(instrument.questions, content.answers).map { question, place in
          [
            .text(question.text), .text(question.answers[place].text),
            .text(String(question.answers[place].points)),
          ]
        })
    }
  }
}
