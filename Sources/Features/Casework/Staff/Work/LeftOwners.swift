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

  /// From each owner to the next, so that nobody's cases are gone through.
  static let query: SQL = """
    WITH RECURSIVE owners(owner) AS (
      SELECT MIN(owner) FROM case_file WHERE owner IS NOT NULL
      UNION ALL
      SELECT (SELECT MIN(c.owner) FROM case_file c WHERE c.owner > o.owner) FROM owners o
      WHERE o.owner IS NOT NULL
    )
    SELECT o.owner FROM owners o WHERE EXISTS (
      SELECT 1 FROM case_file c WHERE c.owner = o.owner AND c.state IN ('open', 'paused'))
    ORDER BY o.owner
    """
}
