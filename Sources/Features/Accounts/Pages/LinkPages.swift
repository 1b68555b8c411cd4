import Design
import Markup

/// What a one-time link opens: a button, since only a person presses one.
struct LinkPage: HTML {
  let link: String
  let csrf: String

  var body: some HTML {
    PageHead("Set your password")
    p { "This link works once. Press the button, then choose a password straight away." }
    PostForm(to: EntryRoute.link(token: link).path, csrf: csrf) { SubmitButton("Continue") }
  }
}

/// A link that was spent, is too old or never was one.
struct SpentLinkPage: HTML {
  var body: some HTML {
    PageHead("This link no longer works")
    p { "It was used before, or it is too old. Ask an administrator for a new one." }
  }
}
