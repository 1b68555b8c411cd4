internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Those who have open cases and work on none any more: their account has ended, or their role is
/// another.
enum LeftOwners {
  /// The most that are told apart.
  private static let most = 60

  static func of(_ people: PeopleDirectory, _ read: Read) throws -> [ID<Account>] {
    let working = Set(try people.people(CasePolicy.roles(.work), read).map(\.id))
    let owners: [ID<Account>] = try read.all(query) { row in try row.id() }
    return Array(owners.filter { !working.contains($0) }.prefix(most))
  }

  static let query: SQL = """
    SELECT DISTINCT owner FROM case_file
    WHERE state IN ('open', 'paused') AND owner IS NOT NULL ORDER BY owner
    """
}
