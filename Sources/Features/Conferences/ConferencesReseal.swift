internal import Database
internal import Jobs
internal import Kernel
internal import Partnership

/// Seals what conferences keep under the newest version of the key, after a rotation.
enum ConferencesReseal {
  private enum AnyRow {}

  static let job = JobKind<Services>.resealing(
    "conferences", "conference records", sealings)

  /// One for each table that holds words about people, and one for the mailboxes of links.
  static let sealings = SealedTable.allCases.map(sealing) + [links]

  private static let links: JobKind<Services>.Sealing = { services, last, write in
    try ResearchLinkStore(services).shared.reseal(after: last, in: write)
  }

  private static func sealing(_ table: SealedTable) -> JobKind<Services>.Sealing {
    { services, last, write in
      let sealing = ConferenceSealing(keyring: services.keyring)
      let name = SQL(trusted: table.rawValue)
      let rows: [(id: ID<AnyRow>, content: [UInt8])] = try write.all(
        "SELECT id, content FROM \(name) WHERE id > \(last) ORDER BY id LIMIT 100"
      ) { row in (try row.id(), try row.bytes()) }
      for row in rows {
        let sealed = sealing.seal(try sealing.text(row.content, table, row.id), table, row.id)
        try write.run("UPDATE \(name) SET content = \(sealed) WHERE id = \(row.id)")
        guard table == .referral else { continue }
        try ReferralStore(services).keepTokens(of: ID(row.id.rawValue), in: write)
      }
      return rows.map(\.id.rawValue)
    }
  }
}
