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
        if let window {
          br()
          window
        }
      }
    } else if model.mayIssue {
      deciding
    } else {
      p { "Nothing is decided yet." }
    }
  }

  /// How long a fixed penalty can be paid in place of a prosecution.
  private var window: String? {
    guard breach.decision == .penalty, let given = breach.decidedOn,
      let rule = breach.rules.first(where: { $0.rule.limit == .penaltyDays })
        ?? model.order.rule(.penaltyDays)
    else { return nil }
    let last = StatutoryPeriod.lastDay(ofDays: rule.value, beginningWith: given.adding(days: 1))
    return "The penalty can be paid until \(last.words); no proceedings before then "
      + "(\(rule.rule.section))."
  }

  private func name(_ field: BreachDecisionForm.Field) -> String { field.name(breach) }

  private var deciding: some HTML {
    let blank = FormState(
      values: Fields(DateInput.fields(name(.decided), London.day(model.now))))
    let state = model.decided == breach.id ? model.breachState : blank
    let decisions = Breach.Decision.allCases.filter { $0 != .penalty || model.penalty != nil }
    return Disclosure(
      "Decide on the breach of \(breach.happenedOn.words)", isOpen: model.decided == breach.id
    ) {
      PostForm(to: model.breachPath, csrf: model.csrf) {
        input(.type(.hidden), .name("breach"), .value(breach.id.description))
        input(.type(.hidden), .name("version"), .value(String(breach.version)))
        RadioField(
          name(.decision), legend: "What was decided",
          choices: decisions.map { Choice($0.rawValue, $0.title) },
          hint: "Before a court a breach is proved beyond reasonable doubt.", in: state)
        DateField(name(.decided), legend: "Day of the decision", in: state)
        if let penalty = model.penalty {
          TextField(
            name(.pounds), label: "Pounds of a fixed penalty",
            hint: "Only where one was given: today \(penalty.length) at most", in: state,
            width: .w4, inputmode: "numeric")
        }
        TextArea(name(.outcome), label: "Why, and what came of it", in: state, rows: 3)
        SubmitButton("Record the decision", style: .line, name: "act", value: "decide")
      }
    }
  }
}
