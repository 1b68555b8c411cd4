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
    ShareNecessityField(.share, in: state)
    ShareGroundFields(choices, in: state)
    ShareAgreementField(choices, .share, in: state)
    DateField(
      "until", legend: "Last day",
      hint: "It ends by itself after this day, a year from now at the latest.", in: state)
  }
}

/// The same where the form says elsewhere what the recipient needs it for, and until when.
public struct ShareFurtherFields: HTML {
  private let choices: ShareChoices
  private let wording: ShareWording
  private let prefix: String
  private let state: FormState

  /// The fields with what was typed; `prefix` is that of ``ShareTermsForm/Known``.
  public init(
    _ choices: ShareChoices, _ wording: ShareWording, prefix: String, in state: FormState
  ) {
    self.choices = choices
    self.wording = wording
    self.prefix = prefix
    self.state = state
  }

  /// Why, on which grounds, and what.
  public var body: some HTML {
    ShareNecessityField(wording, prefix: prefix, in: state)
    ShareGroundFields(choices, wording, prefix: prefix, in: state)
    ShareAgreementField(choices, wording, prefix: prefix, in: state)
  }
}

private struct ShareNecessityField: HTML {
  let wording: ShareWording
  let prefix: String
  let state: FormState

  init(_ wording: ShareWording, prefix: String = "", in state: FormState) {
    (self.wording, self.prefix, self.state) = (wording, prefix, state)
  }

  var body: some HTML {
    TextArea(
      prefix + "necessity", label: wording.necessity,
      hint: "Why the purpose cannot be met with less, or without it.", in: state, rows: 3)
  }
}

private struct ShareAgreementField: HTML {
  let choices: ShareChoices
  let wording: ShareWording
  let prefix: String
  let state: FormState

  init(
    _ choices: ShareChoices, _ wording: ShareWording, prefix: String = "", in state: FormState
  ) {
    (self.choices, self.wording, self.prefix, self.state) = (choices, wording, prefix, state)
  }

  var body: some HTML {
    if !choices.agreements.isEmpty || choices.needsAgreement {
      SelectField(
        prefix + "agreement", label: wording.agreement,
        choices: choices.agreements.map { Choice($0.id.description, $0.title) },
        empty: choices.needsAgreement ? "Choose an agreement" : "None", in: state)
    }
  }
}
