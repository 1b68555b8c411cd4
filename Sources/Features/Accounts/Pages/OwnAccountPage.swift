import Design
import Kernel
import Markup
import Partnership

/// A person's own account.
struct OwnAccountModel: Sendable {
  let account: AccountRecord
  let organisation: String
  let sessions: [SessionLine]
  let current: ID<Session>?
  let codesLeft: Int
  let requiresSecondFactor: Bool
  let state: FormState
  let csrf: String
}

/// A person's own account: password, second factor, sessions.
struct OwnAccountPage: HTML {
  let model: OwnAccountModel

  var body: some HTML {
    PageHead("Your account")
    SummaryList([
      ("Name", model.account.name.reveal(for: "own account"), nil),
      ("Email address", model.account.email.reveal(for: "own account"), nil),
      ("Role", model.account.role.title, nil), ("Organisation", model.organisation, nil),
      ("Password", "Chosen", OwnRoute.password.path),
    ])
    div(.class("mt5")) {
      SecondFactorSheet(model: model)
      SessionsSheet(model: model)
    }
  }
}

private struct SecondFactorSheet: HTML {
  let model: OwnAccountModel

  var body: some HTML {
    Sheet("Second factor") {
      if model.account.hasSecondFactor {
        p { "A code from your authenticator is asked for when you sign in." }
        p { "Recovery codes left: \(model.codesLeft)" }
        PostForm(to: OwnRoute.recoveryCodes.path, csrf: model.csrf) {
          PresentPasswordField(state: model.state)
          div(.class("row tight")) {
            SubmitButton("Make new recovery codes", style: .line)
            if !model.requiresSecondFactor { RemoveButton() }
          }
        }
      } else {
        p { "With a second factor, a stolen password alone does not open your account." }
        LinkButton("Set up a second factor", to: OwnRoute.secondFactor.path, style: .line)
      }
    }
  }
}

/// Sends the same form, with its password, to be rid of the second factor.
private struct RemoveButton: HTML {
  var body: some HTML {
    button(
      .class("btn bad"), .type(.submit),
      .formaction(OwnRoute.removeSecondFactor.path)
    ) { "Remove the second factor" }
  }
}

private struct SessionsSheet: HTML {
  let model: OwnAccountModel

  var body: some HTML {
    Sheet("Where you are signed in") {
      DataTable(
        caption: "Sessions", hidesCaption: true,
        columns: [.text("Signed in"), .text("Last seen"), .text("Which")],
        rows: model.sessions.map { session in
          [
            .text(London.words(session.created)), .text(London.words(session.seen)),
            .text(session.id == model.current ? "This one" : "Another"),
          ]
        })
      div(.class("mt4")) {
        PostForm(to: OwnRoute.signOutEverywhere.path, csrf: model.csrf) {
          SubmitButton("Sign out everywhere", style: .bad)
        }
      }
    }
  }
}
