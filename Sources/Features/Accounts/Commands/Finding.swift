import Access
import Commands
import Database
import Kernel
import Partnership

extension AccountCommands {
  /// The account of a number, an address or a whole name; names are sealed, so all are opened.
  static func find(
    _ word: String, _ accounts: AccountServices, _ read: Read
  ) throws -> AccountRecord {
    if let id = ID<Account>(word), let found = try accounts.accounts.find(id, read) {
      return found
    }
    if let email = EmailAddress(word), let found = try accounts.accounts.find(email, read) {
      return found
    }
    var found: [AccountRecord] = []
    try accounts.accounts.each(read) { line in
      let name = line.account.name.reveal(for: "finding an account on the shell")
      if name.lowercased() == word.lowercased() { found.append(line.account) }
    }
    guard let first = found.first else { throw AccountsProblem.noSuchAccount }
    guard found.count == 1 else { throw AccountsProblem.severalAccounts }
    return first
  }

  /// The organisation of a short word or name; the refusal names those there are.
  static func find(
    agency word: String, _ accounts: AccountServices, _ read: Read
  ) throws -> Agency {
    if let found = try accounts.organisations.find(named: word, read) { return found }
    let known = try accounts.organisations.all(read).map(\.key).joined(separator: ", ")
    let words =
      known.isEmpty
      ? "there is no organisation yet; add one with: hamlet organisation add"
      : "expected one of \(known)"
    throw UsageError("--agency: \(words).", argument: "--agency")
  }
}
