internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The cases an application is about, and who worked them: nobody of those decides or chairs.
struct LinkedCases: Sendable {
  let cases: [Reference]
  let workers: [Person]

  /// The cases that the application and its complaints name.
  init(_ review: CaseReview, _ services: Services, _ read: Read) throws {
    try self.init(naming: ReviewReferences.of(review, services, read), services, read)
  }

  /// The cases of references, by their own or that of a report in them, with those they were joined to,
  /// joined with or parted from; of a report without a case, who decided so.
  init(naming references: [Reference], _ services: Services, _ read: Read) throws {
    var cases: [Reference] = []
    var accounts: Set<ID<Account>> = []
    for reference in Set(references.map(\.description)).sorted() {
      accounts.formUnion(
        try read.all(
          """
          SELECT d.decided_by FROM report r JOIN report_decision d ON d.report = r.id
          WHERE r.reference = \(reference) AND d.case_file IS NULL AND d.decided_by IS NOT NULL
          """
        ) { row in try row.id() })
      try read.each(
        """
        WITH RECURSIVE tied(id) AS (
          SELECT id FROM case_file WHERE reference = \(reference)
          UNION SELECT d.case_file FROM report r JOIN report_decision d ON d.report = r.id
            WHERE r.reference = \(reference) AND d.case_file IS NOT NULL
          UNION SELECT o.id FROM tied t JOIN case_file c ON c.id = t.id
            JOIN case_file o ON o.joined_into = c.id OR o.id = c.joined_into
              OR o.id = c.parted_from
        )
        SELECT c.reference, c.owner, c.opened_by, e.account FROM tied t
        JOIN case_file c ON c.id = t.id
        LEFT JOIN (SELECT DISTINCT case_file, account FROM case_entry) e ON e.case_file = c.id
        ORDER BY c.id
        """
      ) { row in
        let reference: Reference = try row.parsed()
        if !cases.contains(reference) { cases.append(reference) }
        for _ in 0..<3 {
          if let account: ID<Account> = try row.optionalID() { accounts.insert(account) }
        }
      }
    }
    self.cases = cases
    let all = try services.people.people(Set(Role.all), read)
    workers = all.filter { accounts.contains($0.id) }
  }

  /// Whether an account worked one of them.
  func worked(_ account: ID<Account>) -> Bool { workers.contains { $0.id == account } }

  /// The first of those who worked them whom a line of a text names, word by word: "Ann Lee" is named
  /// by "Lee, Ann", not by "Joann Leeson".
  func named(in text: String) -> String? {
    let lines = text.split { $0.isNewline || $0 == ";" }.map { Self.words(String($0)) }
    return workers.lazy.map { $0.name.reveal(for: "who may not decide") }.first { name in
      let name = Self.words(name)
      return !name.isEmpty && lines.contains { name.isSubset(of: $0) }
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
