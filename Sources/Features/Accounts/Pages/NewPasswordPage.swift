import Design
import Markup

/// Choosing a password after a one-time link.
struct NewPasswordPage: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead("Choose a password")
    PostForm(to: EntryRoute.newPassword.path, csrf: csrf) {
      NewPasswordFields(state: state)
      SubmitButton("Save and sign in")
    }
  }
}

/// The two fields of a new password.
struct NewPasswordFields: HTML {
  let state: FormState

  var body: some HTML {
    TextField(
      "password", label: "New password",
      hint: "\(PasswordRule.least) characters or more. Three random words make a good one.",
      in: state, width: .w20, type: .password, autocomplete: "new-password")
    TextField(
      "again", label: "New password again", in: state, width: .w20, type: .password,
      autocomplete: "new-password")
  }
}
