internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The form that decides on a breach or, once that is done, says what came of it since.
struct BreachDecision: HTML {
  let model: OrderModel
  let breach: Breach

  var body: some HTML {
    Disclosure("\(title) \(breach.happenedOn.words)", isOpen: model.decided == breach.id) {
      PostForm(to: model.breachPath, csrf: model.csrf) {
        input(.type(.hidden), .name("breach"), .value(breach.id.description))
        input(.type(.hidden), .name("version"), .value(String(breach.version)))
        RadioField(
          name(.decision), legend: isLater ? "How it stands now" : "What was decided",
          choices: decisions.map { Choice($0.rawValue, $0.title) }, hint: hint, in: state)
        DateField(
          name(.decided), legend: isLater ? "Day of what came of it" : "Day of the decision",
          in: state)
        if let penalty = model.penalty, breach.decision != .penalty {
          TextField(
            name(.pounds), label: "Pounds of a fixed penalty",
            hint: "Only where one was given: today \(penalty.length) at most", in: state,
            width: .w4, inputmode: "numeric")
        }
        TextArea(
          name(.outcome), label: isLater ? "What came of it since" : "Why, and what came of it",
          in: state, rows: 3)
        SubmitButton(
          isLater ? "Record the outcome" : "Record the decision", style: .line, name: "act",
          value: isLater ? "outcome" : "decide")
      }
    }
  }

  private var isLater: Bool { breach.decision != nil }

  private var title: String {
    isLater ? "Record what came of the breach of" : "Decide on the breach of"
  }

  /// A penalty where one can be given, or was.
  private var decisions: [Breach.Decision] {
    Breach.Decision.allCases.filter {
      $0 != .penalty || model.penalty != nil || breach.decision == .penalty
    }
  }

  private var hint: String? {
    let proof = model.order.power.breachProof.map { "\($0)." }
    let same = "Choose the same again where it stands, such as a penalty that was paid."
    let hints = [isLater ? same : nil, proof].compactMap(\.self)
    return hints.isEmpty ? nil : hints.joined(separator: " ")
  }

  private var state: FormState {
    guard model.decided != breach.id else { return model.breachState }
    return FormState(values: Fields(DateInput.fields(name(.decided), London.day(model.now))))
  }

  private func name(_ field: BreachDecisionForm.Field) -> String { field.name(breach) }
}
