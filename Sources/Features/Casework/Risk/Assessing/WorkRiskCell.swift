internal import Design
internal import Kernel
internal import Markup

/// The risk of a case in a row of the worklist: word, shape and colour, and its instrument.
struct WorkRiskCell: HTML {
  /// `nil` for a report nobody has decided about.
  let risk: CaseRisk?
  let today: Day

  var body: some HTML {
    if let risk {
      if let level = risk.level {
        StateMark(
          level.mark,
          [level.title, risk.score.map(String.init)].compactMap(\.self).joined(separator: ", "))
        br()
        span(.class("xs quiet")) { risk.title }
      } else {
        StateMark(.none, risk.assessedAt == nil ? "Not assessed" : "See the case")
      }
      if risk.isDue(on: today), let due = risk.dueWords(on: today) {
        br()
        StateMark(.warn, due)
      }
    } else {
      span(.class("quiet")) { "At triage" }
    }
  }
}

/// The risk at the head of a case.
struct CaseRiskFact {
  let model: CaseRiskModel

  var fact: Fact {
    let greatest = model.greatest
    return Fact("Risk", note: greatest.map { "\(model.about($0)): \($0.title)" } ?? model.dueWords)
    {
      if let greatest {
        RiskWord(assessment: greatest)
      } else {
        StateMark(.none, "Not assessed")
      }
    }
  }
}
