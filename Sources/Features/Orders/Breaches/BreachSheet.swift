internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The known breaches of an order, with what was decided about each.
struct BreachSheet: HTML {
  let model: OrderModel

  var body: some HTML {
    Sheet("Breaches that are known") {
      if model.breaches.isEmpty { p { "None is known." } }
      for breach in model.breaches { BreachCard(model: model, breach: breach) }
      if model.mayIssue { recording }
    }
  }

  private var recording: some HTML {
    let state = model.decided == nil ? model.breachState : FormState()
    return Disclosure("Write a breach down", isOpen: state.refusal != nil) {
      PostForm(to: model.breachPath, csrf: model.csrf) {
        DateField("breached", legend: "Day of the breach", in: state)
        TextArea("breach-evidence", label: "What happened, and who saw it", in: state, rows: 4)
        SubmitButton("Write the breach down", style: .line, name: "act", value: "breach")
      }
    }
  }
}

private struct BreachCard: HTML {
  let model: OrderModel
  let breach: Breach

  var body: some HTML {
    h3 { breach.happenedOn.words }
    p { breach.evidence.reveal(for: "page of an order") }
    if let decision = breach.decision {
      p {
        strong { decision.title }
        if let pounds = breach.penalty { " of £\(pounds)" }
        ", \(breach.decidedOn?.words ?? ""). \(breach.outcome.reveal(for: "page of an order"))"
        if let window = PenaltyWindow(breach, of: model.order) {
          br()
          "The penalty can be paid until \(window.last.words); no proceedings before then "
          "(\(window.section))."
        }
      }
    } else if !model.mayIssue {
      p { "Nothing is decided yet." }
    }
    if model.mayIssue { BreachDecision(model: model, breach: breach) }
  }
}
