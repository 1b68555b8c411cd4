internal import Design
internal import Markup

/// The page that asks for a reference and its secret.
struct SecretPage<More: HTML>: HTML {
  let title: String
  let lead: String
  /// What the button says.
  let button: String
  /// Where the form is sent.
  let path: String
  /// The page before.
  let back: String
  let state: FormState
  let csrf: String
  @HTMLBuilder let more: () -> More

  var body: some HTML {
    div(.class("journey")) {
      nav(.class("crumbs"), .aria("label", "Back")) { a(.class("back"), .href(back)) { "Back" } }
      ErrorSummary(state.refusal)
      div {
        h1 { title }
        p { lead }
        PostForm(to: path, csrf: csrf) {
          TextField(
            "reference", label: "Reference", hint: "For example, TM-7K42-0931", in: state,
            width: .w20, autocomplete: "off")
          TextField(
            "secret", label: "Secret", hint: "For example, K7QD-2MXP-9RTA",
            in: FormState(refusal: state.refusal), width: .w20, autocomplete: "off")
          SubmitButton(button)
        }
        more()
      }
    }
  }
}
