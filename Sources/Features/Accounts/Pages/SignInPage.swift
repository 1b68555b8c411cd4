import Design
import HTTP
import Access
import Markup
import Partnership

/// Address and password.
struct SignInPage: HTML {
  let state: FormState
  let csrf: String
  let to: String?
  let isDemonstration: Bool

  var body: some HTML {
    PageHead("Sign in")
    if isDemonstration { DemonstrationNotice() }
    PostForm(to: EntryRoute.signIn(to: to).path, csrf: csrf) {
      TextField(
        "email", label: "Email address", in: state, width: .w20, type: .email,
        autocomplete: "username")
      TextField(
        "password", label: "Password",
        hint: "If you have forgotten it, ask an administrator for a one-time link.", width: .w20,
        type: .password,
        autocomplete: "current-password")
      SubmitButton("Sign in")
    }
  }
}

private struct DemonstrationNotice: HTML {
  var body: some HTML {
    Notice {
      p {
        "This is the demonstration: sign in as "
        strong { Demonstration.email(of: .analyst) }
        " with the password "
        strong { Demonstration.password }
        "."
      }
    }
  }
}
