import Access
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// One account, as an administrator or auditor sees it.
struct AccountModel: Sendable {
  let account: AccountRecord
  let agencies: [Agency]
  let mayChange: Bool
  let mayLink: Bool
  /// Whether a link can go by email.
  let hasMail: Bool
  let csrf: String
  let refusal: Refusal?

  var organisation: String {
    agencies.first { $0.id == account.organisation }?.name ?? "Not known"
  }
}

/// One account with what may be changed about it.
struct AccountPage: HTML {
  let model: AccountModel

  var body: some HTML {
    let account = model.account
    PageHead(account.name.reveal(for: "account page"), kicker: "Account")
    SummaryList([
      ("Email address", account.email.reveal(for: "account page"), nil),
      ("Role", account.role.title, nil), ("Organisation", model.organisation, nil),
      ("State", account.state.title, nil),
      ("Password", account.hasPassword ? "Chosen" : "Not chosen yet", nil),
      ("Second factor", account.hasSecondFactor ? "Set up" : "Not set up", nil),
      ("Added", London.words(account.created), nil),
    ])
    div(.class("mt5")) {
      if model.mayLink { LinkSheet(model: model) }
      if model.mayChange {
        RoleSheet(model: model)
        StateSheet(model: model)
      }
    }
  }
}

private struct LinkSheet: HTML {
  let model: AccountModel

  var body: some HTML {
    if model.account.state == .active {
      Sheet("Password") {
        p { "A one-time link lets the person choose a new password. Earlier links stop working." }
        PostForm(to: AdminRoute.link(model.account.id).path, csrf: model.csrf) {
          div(.class("row")) {
            if model.hasMail {
              SubmitButton(
                "Send a one-time link by email", style: .line, name: "way", value: "email")
            }
            SubmitButton(
              model.hasMail ? "Show a one-time link here" : "Make a one-time link", style: .line,
              name: "way", value: "shown")
          }
        }
      }
    }
    if model.account.hasSecondFactor {
      Sheet("Second factor") {
        p { "Remove it when the person has lost their phone and their recovery codes." }
        PostForm(to: AdminRoute.removeSecondFactor(model.account.id).path, csrf: model.csrf) {
          SubmitButton("Remove the second factor", style: .bad)
        }
      }
    }
  }
}

private struct RoleSheet: HTML {
  let model: AccountModel

  var body: some HTML {
    Sheet("Role and organisation") {
      PostForm(to: AdminRoute.change(model.account.id).path, csrf: model.csrf) {
        VersionField(version: model.account.version)
        RoleFields(agencies: model.agencies, state: state)
        SubmitButton("Save", style: .line)
      }
    }
  }

  private var state: FormState {
    FormState(
      values: Fields([
        ("organisation", model.account.organisation.description),
        ("role", model.account.role.rawValue),
      ]), refusal: model.refusal)
  }
}

private struct StateSheet: HTML {
  let model: AccountModel

  var body: some HTML {
    let isActive = model.account.state == .active
    let next: AccountState = isActive ? .disabled : .active
    return Sheet(isActive ? "Disable" : "Enable") {
      p {
        isActive
          ? "The person is signed out everywhere at once and cannot sign in."
          : "The person can sign in again with their password."
      }
      PostForm(to: AdminRoute.state(model.account.id).path, csrf: model.csrf) {
        VersionField(version: model.account.version)
        SubmitButton(
          isActive ? "Disable the account" : "Enable the account",
          style: isActive ? .bad : .line, name: "state", value: next.rawValue)
      }
    }
  }
}

private struct VersionField: HTML {
  let version: Int

  var body: some HTML {
    input(.type(.hidden), .name("version"), .value(String(version)))
  }
}
