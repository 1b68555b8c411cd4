public import Design
internal import HTTP
internal import Kernel
public import Markup

/// The fields that ask for the terms of a share, for whatever feature shares.
///
/// Their names are those ``ShareTermsForm`` reads; a page shows them once.
public struct ShareTermsFields: HTML {
  private let choices: ShareChoices
  private let state: FormState

  /// The fields with what was typed.
  public init(_ choices: ShareChoices, in state: FormState) {
    self.choices = choices
    self.state = state
  }

  /// Why, on which grounds, what, and until when.
  public var body: some HTML {
    TextArea(
      "purpose", label: "What the recipient needs it for",
      hint: "The recipient reads this. Give no more than it needs.", in: state, rows: 2)
    TextArea(
      "necessity", label: "Why it is needed",
      hint: "Why the purpose cannot be met with less, or without it.", in: state, rows: 3)
    CheckboxField(
      "shared", legend: "What is shared",
      choices: ShareField.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    select(.gateway, "Power or duty that lets it be shared", empty: "Choose a power or duty")
    select(
      .basis, "Basis in data protection law", empty: "Choose a basis",
      hint: "A gateway is no basis of its own.")
    select(
      .special, "Condition for health, beliefs and the like",
      empty: "Nothing of the kind is shared")
    select(
      .criminal, "Authority for allegations and offences",
      empty: "Nothing of the kind is shared, or it is under Part 3")
    if !choices.agreements.isEmpty || choices.needsAgreement {
      SelectField(
        "agreement", label: "Agreement it falls under",
        choices: choices.agreements.map { Choice($0.id.description, $0.title) },
        empty: choices.needsAgreement ? "Choose an agreement" : "None", in: state)
    }
    DateField(
      "until", legend: "Last day",
      hint: "It ends by itself after this day, a year from now at the latest.", in: state)
  }

  private func select(
    _ part: ShareGround.Part, _ label: String, empty: String, hint: String? = nil
  ) -> SelectField {
    SelectField(
      part.rawValue, label: label,
      choices: choices.grounds(part).map { Choice($0.key, "\($0.title) (\($0.section))") },
      hint: hint, empty: empty, in: state)
  }
}
