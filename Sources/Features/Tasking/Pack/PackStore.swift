internal import Access
internal import Database
internal import Kernel

/// A pack as it was kept.
struct KeptPack: Sendable {
  let pack: Pack
  /// The SHA-256 of its bytes, in hexadecimal digits.
  let sha256: String
  let madeAt: Instant
}

/// Packs in the database: one a meeting, only added.
enum PackStore {
  static func find(_ meeting: ID<Meeting>, _ read: Read) throws -> KeptPack? {
    try read.first(
      "SELECT body, sha256, made_at FROM tasking_pack WHERE meeting = \(meeting)"
    ) { row in
      let (body, sha256) = (try row.text(), try row.text())
      guard Frozen.sha256(body) == sha256 else { throw PackProblem.changed }
      return KeptPack(
        pack: try Frozen.decode(Pack.self, from: body), sha256: sha256, madeAt: try row.parsed())
    }
  }

  static func keep(
    _ pack: Pack, of meeting: ID<Meeting>, by account: ID<Account>?, at now: Instant,
    in write: Write
  ) throws -> String {
    let body = try Frozen.text(pack)
    let sha256 = Frozen.sha256(body)
    try write.run(
      """
      INSERT INTO tasking_pack (meeting, body, sha256, account, made_at)
      VALUES (\(meeting), \(body), \(sha256), \(account), \(now))
      """)
    return sha256
  }
}

/// Why a kept pack is not shown.
enum PackProblem: Problem {
  /// Its bytes are not those that were kept.
  case changed

  var message: String {
    switch self {
    case .changed:
      "The kept pack is not as it was kept: its bytes have another hash. Tell your administrator."
    }
  }

  var status: Int { 500 }
}
