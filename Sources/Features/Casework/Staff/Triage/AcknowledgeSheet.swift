internal import Design
internal import Kernel
internal import Markup

/// Telling the reporter that we have it, for a report that takes a while to decide about.
struct AcknowledgeSheet: HTML {
  let model: TriageModel

  var body: some HTML {
    if model.report.acknowledgedAt == nil {
      Sheet("Acknowledge it", id: "acknowledge") {
        if let due = model.report.acknowledgeDue {
          p {
            StateMark(ClockWords.mark(due, at: model.now), ClockWords.left(due, at: model.now))
            " Its reporter is to hear by \(London.words(due)) that we have it."
          }
        }
        p {
          "A decision tells them so too. Where it takes longer, they read this beside their report, and in a "
          "letter where they chose a way:"
        }
        div(.class("letter")) {
          p {
            Acknowledging.words.replacing(
              "((reference))", with: model.report.reference.description)
          }
        }
        PostForm(to: WorkRoute.triage(model.report.reference).path, csrf: model.csrf) {
          SubmitButton(
            "Tell them we have it", style: .line, name: "step", value: "acknowledge")
        }
      }
    }
  }
}

extension Report {
  /// Whether its reporter has heard that we have it, as a fact of a page; none of reports from before.
  var acknowledgedFact: [Fact] {
    if let acknowledgedAt {
      let due = acknowledgeDue.map { "Due \(London.words($0))" }
      return [Fact("Acknowledged", London.words(acknowledgedAt), note: due)]
    }
    return acknowledgeDue.map { [Fact("Acknowledge by", London.words($0))] } ?? []
  }
}
