import Access
import Kernel
import Partnership
import Testing

@testable import Accounts

@Suite("Who may do what with accounts")
struct PolicyTests {
  /// Administrator, manager, officer, analyst, coordinator, partner, councillor, auditor.
  static let table: [(AccountsAction, String)] = [
    (.listAccounts, "Y------Y"), (.addAccount, "Y-------"), (.changeAccount, "Y-------"),
    (.disableAccount, "Y-------"), (.makeLink, "Y-------"), (.removeSecondFactor, "Y-------"),
    (.listOrganisations, "Y------Y"), (.addOrganisation, "Y-------"), (.readAudit, "Y------Y"),
  ]

  @Test("is this table", arguments: PolicyTests.table)
  func row(action: AccountsAction, row: String) {
    let read = Role.all.map { AccountsPolicy.table.allows(action, $0) ? "Y" : "-" }.joined()
    #expect(read == row)
  }

  @Test("names every action there is")
  func whole() {
    #expect(Set(Self.table.map(\.0)) == Set(AccountsAction.allCases))
  }

  @Test("lets no administrator change their own role or state")
  func own() {
    let actor = Actor(account: ID(1), organisation: ID(1), role: .administrator)
    #expect(!AccountsPolicy(actor).mayChange(ID(1)))
    #expect(AccountsPolicy(actor).mayChange(ID(2)))
  }
}
