internal import Design
internal import Kernel
internal import Markup

/// The risks of a case on its page: what holds now, and where to assess.
struct CaseRiskSheet: HTML {
  let model: CaseRiskModel

  var body: some HTML {
    Sheet("Risk", id: "risk", mark: model.isDue ? .warn : .none) {
      RiskDueLine(model: model)
      RiskTable(model: model, assessments: model.latest)
      if model.mayAssess, model.greatest?.level == .high {
        p {
          "The risk is High: consider a "
          a(.href("#referrals")) { "referral" }
          ", such as to the panel for vulnerable victims, or a "
          a(.href("/conferences")) { "conference" }
          ", such as the MARAC."
        }
      }
      p {
        if model.mayAssess {
          LinkButton(
            model.assessments.isEmpty ? "Assess the risk" : "Assess it again",
            to: RiskRoute.history(model.file.reference).path)
        } else if !model.assessments.isEmpty {
          a(.href(RiskRoute.history(model.file.reference).path)) { "What was assessed" }
        }
      }
    }
  }
}

/// When a case is to be assessed: a short mark, since marks do not break, and the rest in words.
struct RiskDueLine: HTML {
  let model: CaseRiskModel

  var body: some HTML {
    if let due = model.dueWords {
      p {
        StateMark(model.isDue ? .warn : .none, model.isDue ? "Due" : "Not due")
        " \(due)"
      }
    }
  }
}

/// Assessments in rows: whom they are about, what they found, with which instrument.
struct RiskTable: HTML {
  let model: CaseRiskModel
  let assessments: [RiskAssessment]

  var body: some HTML {
    DataTable(
      caption: "Risks", hidesCaption: true,
      columns: [
        .text("About"), .text("Risk"), .text("Instrument"), .text("When"), .text("Again by"),
      ],
      rows: assessments.map { assessment in
        [
          .link(
            model.about(assessment),
            to: RiskRoute.assessment(model.file.reference, assessment.id).path),
          .html { RiskWord(assessment: assessment) }, .text(assessment.title),
          .text(
            [London.words(assessment.at), assessment.account.flatMap { model.names[$0] }]
              .compactMap(\.self).joined(separator: ", ")), .text(assessment.reviewOn.words),
        ]
      }, empty: "Nobody has assessed it yet.")
  }
}

/// A risk as word, shape and colour, with its score and whether it was raised.
struct RiskWord: HTML {
  let assessment: RiskAssessment

  var body: some HTML {
    StateMark(assessment.level.mark, "\(assessment.level.title), \(assessment.score)")
    if assessment.isRaised {
      br()
      span(.class("small quiet")) { "Raised from \(assessment.scored.title)" }
    }
  }
}

/// The bands of an instrument side by side, that of the risk marked; said in words beside it.
struct RiskScale: HTML {
  let instrument: RiskInstrument
  let level: RiskLevel

  var body: some HTML {
    p(.class("scale"), .aria("hidden", "true")) {
      for band in instrument.bands {
        span(.class(band.level == level ? "on \(band.level.mark.rawValue)" : "")) {
          band.level.title
          br()
          instrument.range(of: band)
        }
      }
    }
  }
}
