public import Design
internal import HTTP
internal import Kernel
public import Markup

/// How a form asks on which grounds something is told; two forms of one page do not use the same words.
public struct ShareWording: Sendable {
  let necessity: String
  let shared: String
  let gateway: String
  let basis: String
  let special: String
  let criminal: String
  let agreement: String

  /// The labels of the fields.
  public init(
    necessity: String, shared: String, gateway: String, basis: String, special: String,
    criminal: String, agreement: String
  ) {
    self.necessity = necessity
    self.shared = shared
    self.gateway = gateway
    self.basis = basis
    self.special = special
    self.criminal = criminal
    self.agreement = agreement
  }

  /// How a form asks that shares and does nothing else.
  public static let share = ShareWording(
    necessity: "Why it is needed", shared: "What is shared",
    gateway: "Power or duty that lets it be shared", basis: "Basis in data protection law",
    special: "Condition for health, beliefs and the like",
    criminal: "Authority for allegations and offences", agreement: "Agreement it falls under")
}

/// The fields that ask what is told and on which grounds in law.
///
/// Their names are those ``ShareTermsForm`` reads, after a prefix.
public struct ShareGroundFields: HTML {
  private let choices: ShareChoices
  private let wording: ShareWording
  private let prefix: String
  private let isForOne: Bool
  private let state: FormState

  /// The fields with what was typed; whether the recipient is one is not asked where many are told.
  public init(
    _ choices: ShareChoices, _ wording: ShareWording = .share, prefix: String = "",
    isForOne: Bool = true, in state: FormState
  ) {
    self.isForOne = isForOne
    self.choices = choices
    self.wording = wording
    self.prefix = prefix
    self.state = state
  }

  /// What, and on which grounds.
  public var body: some HTML {
    CheckboxField(
      prefix + "shared", legend: wording.shared,
      choices: ShareField.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    select(.gateway, wording.gateway, empty: "Choose a power or duty")
    if isForOne {
      CheckboxField(
        prefix + ShareTermsForm.said,
        label: "The recipient is one whom this power names, or acts for one",
        hint:
          "Only where it cannot be known here: somebody outside the partnership, or a body that acts "
          + "for an authority", in: state)
    }
    select(
      .basis, wording.basis, empty: "Choose a basis",
      hint: "A gateway is no basis of its own.")
    select(.special, wording.special, empty: "Nothing of the kind is shared")
    select(
      .criminal, wording.criminal, empty: "Nothing of the kind is shared, or it is under Part 3")
  }

  private func select(
    _ part: ShareGround.Part, _ label: String, empty: String, hint: String? = nil
  ) -> SelectField {
    SelectField(
      prefix + part.rawValue, label: label,
      choices: choices.grounds(part).map { Choice($0.key, "\($0.title) (\($0.section))") },
      hint: hint, empty: empty, in: state)
  }
}
