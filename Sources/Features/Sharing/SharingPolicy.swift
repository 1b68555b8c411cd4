internal import Access
internal import Partnership

/// What may be done with the register of shares.
enum SharingRight: String, CaseIterable, Sendable {
  /// See the register, agreements and requests.
  case see
  /// Record and revoke shares, write requests down and answer them.
  case share
  /// Write agreements down, review and end them, and say whether each share needs one.
  case agree
  /// Look at what is past its time, delete or keep it, and say how long that is.
  case keep
  /// Make sets of depersonalised data, and say that they were sent.
  case send
  /// Read the grounds in law.
  case readLaw
  /// Add grounds in law and date them.
  case changeLaw
}

/// Who may do it.
///
/// A share tells who is in a case, so only those who open every case, and the auditor, who plays the
/// part of the data protection officer, see the register. A partner reads what it was given, in the
/// case. An administrator keeps the law and sees no share by right of it.
enum SharingPolicy {
  static let table = PolicyTable<SharingRight>([
    .see: [.manager, .officer, .auditor],
    .share: [.manager, .officer],
    .agree: [.manager],
    .keep: [.manager],
    .send: [.manager, .officer, .analyst],
    .readLaw: [.administrator, .manager, .officer, .auditor],
    .changeLaw: [.administrator],
  ])

  static func roles(_ right: SharingRight) -> Set<Role> {
    Set(Role.all.filter { table.allows(right, $0) })
  }

  static func allows(_ right: SharingRight, _ actor: Actor) -> Bool {
    table.allows(right, actor.role)
  }

  /// Throws a 404 unless the actor may: a stranger does not learn that the page is there.
  static func require(_ right: SharingRight, _ actor: Actor) throws(SharingProblem) {
    guard allows(right, actor) else { throw .notFound }
  }
}
