import Design
import Markup

/// The code of the second factor.
struct CodePage: HTML {
  let state: FormState
  let csrf: String
  let to: String?

  var body: some HTML {
    PageHead("Enter your code")
    PostForm(to: EntryRoute.code(to: to).path, csrf: csrf) {
      TextField(
        "code", label: "Code from your authenticator",
        hint: "Six digits. If you do not have your phone, enter one of your recovery codes.",
        in: state, width: .w8, autocomplete: "one-time-code")
      SubmitButton("Continue")
    }
  }
}
