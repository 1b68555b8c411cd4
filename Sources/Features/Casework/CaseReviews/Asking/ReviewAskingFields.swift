internal import Design
internal import Markup

/// The fields that ask whom an application is for and how to reach who asks, in the words of whoever
/// fills them in.
struct ReviewAskingFields: HTML {
  enum Reader {
    case resident
    case staff
  }

  let reader: Reader
  let state: FormState

  private var isStaff: Bool { reader == .staff }
  private func words(_ staff: String, _ resident: String) -> String { isStaff ? staff : resident }

  var body: some HTML {
    RadioField(
      "for", legend: words("For whom do they ask?", "For whom do you ask?"),
      choices: [
        Choice("me", words("For themselves or their household", "For myself or my household")),
        Choice(
          "other",
          words("For somebody else, who agrees", "For somebody else, who agrees that I ask")),
      ], in: state)
    fieldset {
      legend { words("If they ask for somebody else", "If you ask for somebody else") }
      TextField(
        "victim", label: words("Name of whom it is for", "Their name"), in: state, width: .w20,
        autocomplete: "off")
      DateField(
        "agreed", legend: words("Day they agreed", "Day they agreed that you ask"), in: state)
      TextField(
        "agreed-how", label: "How they agreed",
        hint: "For example in writing, in person or on the telephone.", in: state, width: .w20)
    }
    TextArea(
      "story", label: "What goes on, and what was done about it",
      hint: isStaff ? nil : "When it happened, whom you told and when, and what they did.",
      in: state)
    TextArea(
      "references", label: words("References they were given", "References you were given"),
      hint: isStaff
        ? nil : "By the council, the police or a landlord. Leave this empty if you have none.",
      in: state, rows: 3)
    TextField(
      "name", label: words("Name", "Your name"), in: state, autocomplete: words("off", "name"))
    TextField(
      "phone", label: "Telephone number",
      hint: isStaff ? nil : "Or an email address or a postal address", in: state, width: .w20,
      autocomplete: words("off", "tel"), inputmode: "tel")
    TextField(
      "email", label: "Email address", in: state, autocomplete: words("off", "email"),
      inputmode: "email")
    TextArea(
      "address", label: "Postal address", hint: "Only if letters are wanted.", in: state, rows: 3)
    CheckboxField(
      "safe", legend: words("How is it safe to reach them?", "How is it safe for us to reach you?"),
      choices: ReviewContact.Way.allCases.map { Choice($0.rawValue, $0.title) },
      hint: isStaff ? "No other way is used." : "We use no other way.", in: state)
    RadioField(
      "times", legend: "When is it safe?",
      choices: ReviewContact.Times.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    TextField(
      "safety", label: "Anything else that keeps it safe",
      hint: "For example, who must not hear of it.", in: state)
  }
}
