internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The fields of a referral.
struct ReferralFields: HTML {
  let kind: ConferenceKind
  let bodies: [Agency]
  let choices: ShareChoices
  let state: FormState

  var body: some HTML {
    Sheet("Who", mark: .river) {
      if bodies.count > 1 {
        SelectField(
          "body", label: "Referred by",
          choices: bodies.map { Choice($0.id.description, $0.name) }, empty: "Choose", in: state)
      }
      TextField("name", label: kind.subjectTitle, in: state, autocomplete: "off")
      DateField("born", legend: "Date of birth, if it is known", in: state)
      if !kind.otherTitle.isEmpty {
        TextField(
          "other", label: kind.otherTitle,
          hint: "Leave it empty where nobody knows", in: state, autocomplete: "off")
      }
      TextField(
        "children", label: "Children in the home", hint: "A number; empty for none", in: state,
        width: .w4, inputmode: "numeric")
    }
    Sheet("Why") {
      RadioField(
        "criterion", legend: "Ground",
        choices: kind.criteria.map { Choice($0.key, $0.title) }, in: state)
      TextField(
        "instrument", label: "Risk assessment, if there was one", hint: "Such as DASH", in: state)
      TextField(
        "instrument-version", label: "Its version or year", in: state, width: .w20)
      TextField("score", label: "Score", in: state, width: .w4, inputmode: "numeric")
      TextArea(
        "why", label: "What happened, and what is feared",
        hint: "Tell what is fact and what is your view apart", in: state)
      TextArea("wishes", label: "What the person wants, in their words", in: state, rows: 3)
      TextArea(
        "contact", label: "How they can be reached without danger", in: state, rows: 2)
      CheckboxField(
        "urgent", label: "It cannot wait for the next meeting",
        hint: "An urgent meeting is held within \(kind.rules.emergencyDays) days", in: state)
    }
    Sheet("By what right") {
      ShareGroundFields(choices.withoutConsent, .referral, isForOne: false, in: state)
      TextArea("necessity", label: "Why it cannot be done with less", in: state, rows: 3)
      TextArea(
        "told", label: "Whether they know of the referral, and if not, why not", in: state, rows: 2)
    }
  }
}

extension ShareWording {
  /// How a referral asks for its grounds.
  fileprivate static let referral = ShareWording(
    necessity: "Why it cannot be done with less", shared: "What the referral tells",
    gateway: "Power or duty that lets it be told", basis: "Basis in data protection law",
    special: "Condition for health, beliefs and the like",
    criminal: "Authority for what somebody is said to have done", agreement: "Agreement")
}
