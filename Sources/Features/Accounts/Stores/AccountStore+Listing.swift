import Access
import Database
import Kernel
import Partnership

/// How the list of accounts is sorted.
///
/// Names are sealed, so the database cannot sort by them.
enum AccountOrder: String, Sendable, CaseIterable {
  case newest
  case role
  case organisation
  case state

  var sql: SQL {
    switch self {
    case .newest: "a.id DESC"
    case .role: "a.role, a.id"
    case .organisation: "o.name, a.id"
    case .state: "a.state, a.id"
    }
  }
}

/// One line of the list of accounts.
struct AccountLine: Sendable {
  let account: AccountRecord
  let organisation: String
}

extension AccountStore {
  static let pageSize = 50

  /// One page of the list, counted from 1.
  func page(_ number: Int, by order: AccountOrder, _ read: Read) throws -> [AccountLine] {
    try read.all(
      """
      SELECT \(AccountRecord.columns), o.name FROM account a
      JOIN organisation o ON o.id = a.organisation
      ORDER BY \(order.sql) LIMIT \(Self.pageSize) OFFSET \((number - 1) * Self.pageSize)
      """
    ) { row in
      AccountLine(account: try AccountRecord(row: &row, keyring), organisation: try row.text())
    }
  }

  /// How many accounts there are.
  func count(_ read: Read) throws -> Int { try read.count("SELECT count(*) FROM account") }

  /// Every account, one after the other, for the shell.
  func each(_ read: Read, _ body: (AccountLine) throws -> Void) throws {
    try read.each(
      """
      SELECT \(AccountRecord.columns), o.name FROM account a
      JOIN organisation o ON o.id = a.organisation ORDER BY a.id
      """
    ) { row in
      try body(
        AccountLine(account: try AccountRecord(row: &row, keyring), organisation: try row.text()))
    }
  }

  /// The active people of some roles.
  func people(_ roles: Set<Role>, _ read: Read) throws -> [Person] {
    try read.all(
      """
      SELECT \(AccountRecord.columns) FROM account a
      WHERE a.state = 'active' AND a.role IN (\(list: roles.map(\.rawValue).sorted()))
      ORDER BY a.organisation, a.id LIMIT 1000
      """
    ) { row in try AccountRecord(row: &row, keyring).person }
  }
}
