import Design
import Markup

/// Changing one's own password.
struct OwnPasswordPage: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead("Change your password")
    PostForm(to: OwnRoute.password.path, csrf: csrf) {
      PresentPasswordField(state: state)
      NewPasswordFields(state: state)
      SubmitButton("Change the password")
    }
  }
}
