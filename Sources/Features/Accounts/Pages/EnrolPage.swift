import Design
import Markup

/// Setting up the second factor: the secret as a picture, in text and as an address, and its first code.
struct EnrolPage: HTML {
  let state: FormState
  let csrf: String
  let action: String
  let offer: SecondFactorOffer
  /// Whether the present password is asked for too: of those who signed in earlier.
  var asksPassword = false

  var body: some HTML {
    PageHead("Set up your second factor")
    p {
      "Add an account to the authenticator on your phone: point its camera at the picture, type "
      "the key, or open the link on the phone itself. Then enter the code it shows."
    }
    QRCode(offer.uri, "The key as a QR code; it stands below in letters")
    SummaryList([("Key", offer.spaced, nil), ("Kind", "Time based, six digits", nil)])
    p(.class("mt4")) { a(.href(offer.uri)) { "Open in the authenticator on this device" } }
    PostForm(to: action, csrf: csrf) {
      input(.type(.hidden), .name("secret"), .value(offer.secret))
      TextField(
        "code", label: "Code from your authenticator", hint: "Six digits", in: state, width: .w8,
        autocomplete: "one-time-code", inputmode: "numeric")
      if asksPassword { PresentPasswordField(state: state) }
      SubmitButton("Continue")
    }
  }
}

/// The recovery codes, shown once.
struct RecoveryCodesPage: HTML {
  let codes: [String]
  let next: String

  var body: some HTML {
    PageHead("Keep your recovery codes")
    Notice(.warn) {
      p { "They are shown only now. Print them or write them down, and keep them safe." }
    }
    p { "Each signs you in once when you do not have your phone." }
    ul { for code in codes { li { code } } }
    LinkButton("I have kept them", to: next, style: .main)
  }
}

/// The password a person has now, asked for before a change to how they sign in.
struct PresentPasswordField: HTML {
  let state: FormState

  var body: some HTML {
    TextField(
      "current", label: "Your present password", in: state, width: .w20, type: .password,
      autocomplete: "current-password")
  }
}
