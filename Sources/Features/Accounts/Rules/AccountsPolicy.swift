import Access
import Kernel
import Partnership

/// What may be done with accounts beside one's own.
enum AccountsAction: String, CaseIterable, Sendable {
  case listAccounts
  case addAccount
  case changeAccount
  case disableAccount
  case makeLink
  case removeSecondFactor
  case listOrganisations
  case addOrganisation
  case readAudit
}

/// Who may do it.
///
/// Everybody may see and secure their own account.
struct AccountsPolicy: Sendable {
  static let table = PolicyTable<AccountsAction>([
    .listAccounts: [.administrator, .auditor],
    .addAccount: [.administrator],
    .changeAccount: [.administrator],
    .disableAccount: [.administrator],
    .makeLink: [.administrator],
    .removeSecondFactor: [.administrator],
    .listOrganisations: [.administrator, .auditor],
    .addOrganisation: [.administrator],
    .readAudit: [.administrator, .auditor],
  ])

  let actor: Actor

  init(_ actor: Actor) { self.actor = actor }

  func may(_ action: AccountsAction) -> Bool { Self.table.allows(action, actor.role) }

  /// Whether the actor may change the role or state of an account: never their own.
  func mayChange(_ account: ID<Account>) -> Bool {
    may(.changeAccount) && account != actor.account
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  func require(_ action: AccountsAction) throws {
    guard may(action) else { throw AccountsProblem.notFound }
  }
}
