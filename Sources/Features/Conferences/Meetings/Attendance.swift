internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Somebody's part in a meeting.
struct Attendance: Sendable {
  enum Part: String, CaseIterable, Sendable {
    case present
    case observer
    case apology

    var title: String {
      switch self {
      case .present: "Here"
      case .observer: "Observer"
      case .apology: "Apology"
      }
    }
  }

  let id: ID<Attendance>
  /// `nil` of somebody without an account.
  let account: ID<Account>?
  let organisation: ID<Organisation>?
  let part: Part
  let signedAt: Instant?
  let isOnPaper: Bool
  let isChair: Bool
  /// The name of somebody without an account; empty of others.
  let content: Sensitive<AttendanceContent>
}

/// The words of an attendance; kept sealed.
struct AttendanceContent: Codable, Equatable, Sendable {
  var name = ""
}

/// Who was at meetings, in the database.
struct AttendanceStore: Sendable {
  let sealing: ConferenceSealing

  init(_ services: Services) { sealing = ConferenceSealing(keyring: services.keyring) }

  func all(of meeting: ID<Meeting>, _ read: Read) throws -> [Attendance] {
    try read.all(
      """
      SELECT id, account, organisation, part, signed_at, is_on_paper, is_chair, content
      FROM conference_attendance WHERE meeting = \(meeting) ORDER BY id LIMIT \(MemberStore.most)
      """
    ) { row in
      let id: ID<Attendance> = try row.id()
      return Attendance(
        id: id, account: try row.optionalID(), organisation: try row.optionalID(),
        part: try row.choice(), signedAt: try row.optionalParsed(), isOnPaper: try row.bool(),
        isChair: try row.bool(),
        content: try sealing.open(try row.bytes(), .attendance, id))
    }
  }

  /// Whether somebody signed the statement of a meeting.
  func hasSigned(_ account: ID<Account>, _ meeting: ID<Meeting>, _ read: Read) throws -> Bool {
    try read.count(
      """
      SELECT COUNT(*) FROM conference_attendance
      WHERE meeting = \(meeting) AND account = \(account) AND signed_at IS NOT NULL
      """) > 0
  }

  /// Who chairs; whoever was written down before does no longer.
  func chair(_ id: ID<Attendance>, _ meeting: ID<Meeting>, in write: Write) throws {
    try write.run("UPDATE conference_attendance SET is_chair = 0 WHERE meeting = \(meeting)")
    try write.run(
      "UPDATE conference_attendance SET is_chair = 1 WHERE id = \(id) AND meeting = \(meeting)")
  }

  /// Somebody signs for themselves: they are here, whatever was written down before; once is enough.
  func sign(
    _ account: ID<Account>, of organisation: ID<Organisation>, _ meeting: ID<Meeting>,
    at now: Instant, in write: Write
  ) throws {
    guard try !hasSigned(account, meeting, write) else { return }
    try clear(account, meeting, in: write)
    try add(
      account: account, organisation, .present, signedAt: now, isOnPaper: false, name: "", meeting,
      at: now, in: write)
  }

  /// A member sends an apology; who has signed is here and stays so.
  func excuse(
    _ account: ID<Account>, of organisation: ID<Organisation>, _ meeting: ID<Meeting>,
    at now: Instant, in write: Write
  ) throws {
    guard try !hasSigned(account, meeting, write) else { return }
    try clear(account, meeting, in: write)
    try add(
      account: account, organisation, .apology, signedAt: nil, isOnPaper: false, name: "", meeting,
      at: now, in: write)
  }

  /// Somebody without an account; who is in the room signed on paper.
  func note(
    _ name: String, of organisation: ID<Organisation>?, as part: Attendance.Part,
    _ meeting: ID<Meeting>, at now: Instant, in write: Write
  ) throws {
    try add(
      account: nil, organisation, part, signedAt: part == .apology ? nil : now,
      isOnPaper: part != .apology, name: name, meeting, at: now, in: write)
  }

  private func clear(_ account: ID<Account>, _ meeting: ID<Meeting>, in write: Write) throws {
    try write.run(
      "DELETE FROM conference_attendance WHERE meeting = \(meeting) AND account = \(account)")
  }

  private func add(
    account: ID<Account>?, _ organisation: ID<Organisation>?, _ part: Attendance.Part,
    signedAt: Instant?, isOnPaper: Bool, name: String, _ meeting: ID<Meeting>, at now: Instant,
    in write: Write
  ) throws {
    try sealing.insert(AttendanceContent(name: name), .attendance, in: write) {
      (id: ID<Attendance>, sealed) in
      """
      INSERT INTO conference_attendance (id, meeting, account, organisation, part, signed_at,
        is_on_paper, made_at, content)
      VALUES (\(id), \(meeting), \(account), \(organisation), \(part.rawValue), \(signedAt),
        \(isOnPaper), \(now), \(sealed))
      """
    }
  }
}
