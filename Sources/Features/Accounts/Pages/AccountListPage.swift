import Design
import Kernel
import Markup
import Partnership

/// One page of the list of accounts.
struct AccountListModel: Sendable {
  let lines: [AccountLine]
  let order: AccountOrder
  let page: Int
  let count: Int
  let mayAdd: Bool

  var pages: Int { max(1, (count + AccountStore.pageSize - 1) / AccountStore.pageSize) }
}

/// The list of accounts.
struct AccountListPage: HTML {
  let model: AccountListModel

  var body: some HTML {
    PageHead("Accounts") {
      if model.mayAdd { LinkButton("Add an account", to: AdminRoute.add.path) }
    }
    p {
      a(.href(AdminRoute.organisations.path)) { "Organisations" }
      " · "
      a(.href(AdminRoute.audit(AuditQuery()).path)) { "Audit trail" }
    }
    Sheet {
      DataTable(
        caption: "Accounts", hidesCaption: true,
        columns: [
          .text("Name", sort: sort(.newest)), .text("Role", sort: sort(.role)),
          .text("Organisation", sort: sort(.organisation)), .text("State", sort: sort(.state)),
          .text("Second factor"),
        ], rows: model.lines.map(row), empty: "There are no accounts on this page.",
        pager: Pager(page: model.page, of: model.pages) { page in
          AdminRoute.accounts(page: page, model.order).path
        })
    }
  }

  private func sort(_ order: AccountOrder) -> DataTable.SortLink {
    let isCurrent = model.order == order && order != .newest
    return DataTable.SortLink(
      AdminRoute.accounts(page: 1, order).path, order: isCurrent ? .ascending : nil)
  }

  private func row(_ line: AccountLine) -> DataTable.Row {
    let account = line.account
    return [
      .link(account.name.reveal(for: "list of accounts"), to: AdminRoute.account(account.id).path),
      .text(account.role.title), .text(line.organisation),
      .html { AccountStateMark(state: account.state) },
      .text(account.hasSecondFactor ? "Set up" : "Not set up"),
    ]
  }
}

/// The state of an account as word and shape.
struct AccountStateMark: HTML {
  let state: AccountState

  var body: some HTML {
    StateMark(state == .active ? .good : .none, state.title)
  }
}
