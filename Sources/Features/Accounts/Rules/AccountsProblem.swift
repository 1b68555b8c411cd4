import Access
import Kernel

/// What can stand against a change of accounts.
enum AccountsProblem: Problem, Equatable {
  /// No such account, organisation or page, or not for this person.
  case notFound
  /// The form came from elsewhere or is too old.
  case forged
  /// An address already belongs to an account.
  case emailTaken
  /// An organisation of the name or key is there already.
  case organisationTaken
  /// An administrator tried to disable, or take the role from, themselves.
  case yourself
  /// The account is disabled.
  case disabled
  /// No account of the name, address or number given on the shell.
  case noSuchAccount
  /// Several accounts have the name given on the shell.
  case severalAccounts
  /// The audit trail was changed outside this program.
  case auditBroken(row: Int, AuditFault)

  var message: String {
    switch self {
    case .notFound: "There is no such page, or it is not yours to see."
    case .forged: "This form is too old or was opened elsewhere. Open the page again and retry."
    case .emailTaken: "Another account has this email address. Look for it in the list."
    case .organisationTaken: "There is already an organisation of this name or key."
    case .yourself:
      "You cannot change your own role or disable yourself. Ask another administrator."
    case .disabled: "This account is disabled. Enable it before you make a sign-in link."
    case .noSuchAccount: "No account has this name, address or number."
    case .severalAccounts: "Several accounts have this name. Give the address or the number."
    case .auditBroken(let row, let fault): "Row \(row) of the audit trail \(fault.rawValue)."
    }
  }

  var status: Int {
    switch self {
    case .notFound: 404
    case .forged: 403
    case .emailTaken, .organisationTaken, .yourself, .disabled, .severalAccounts: 409
    case .noSuchAccount: 404
    case .auditBroken: 500
    }
  }
}
