import Access
import Database
import Kernel
import Partnership

/// What is kept about somebody because they sign in.
enum AccountPersonalData {
  static let source = PersonalData(kind: "account", find: find, record: record)

  @Sendable
  private static func find(
    _ name: Sensitive<String>, _ services: Services, _ read: Read
  ) throws -> [PersonalData.Found] {
    let wanted = words(name)
    guard !wanted.isEmpty else { return [] }
    var found: [PersonalData.Found] = []
    // Names are sealed, and a partnership has a few hundred accounts: each is opened and compared.
    try AccountStore(keyring: services.keyring).each(read) { line in
      guard wanted.isSubset(of: words(line.account.name)) else { return }
      found.append(
        PersonalData.Found(
          id: line.account.id.rawValue, name: line.account.name, born: Sensitive(nil),
          title: title(line), path: nil))
    }
    return found
  }

  @Sendable
  private static func record(
    _ id: Int64, _ services: Services, _ read: Read
  ) throws -> PersonalRecord? {
    guard let account = try AccountStore(keyring: services.keyring).find(ID(id), read) else {
      return nil
    }
    let organisation = try OrganisationStore().all(read).first { $0.id == account.organisation }
    let line = AccountLine(account: account, organisation: organisation?.name ?? "")
    return PersonalRecord(title: title(line), name: account.name, things: [thing(line)])
  }

  private static func thing(_ line: AccountLine) -> PersonalRecord.Thing {
    let account = line.account
    return PersonalRecord.Thing(
      "head", "Your account", day: London.day(account.created),
      lines: [
        ("Name", account.name), ("Email address", account.email),
        ("Organisation", Sensitive(line.organisation)), ("Role", Sensitive(account.role.rawValue)),
        ("State", Sensitive(account.state.title)),
        ("Second factor", Sensitive(account.hasSecondFactor ? "Set up" : "None")),
      ], isTheirs: true)
  }

  private static func title(_ line: AccountLine) -> String { "Account at \(line.organisation)" }

  private static func words(_ name: Sensitive<String>) -> Set<String> {
    let text = name.reveal(for: "finding what is kept about somebody").lowercased()
    return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 1 })
  }
}
