internal import Database
internal import Kernel
internal import Messages
internal import Secrets

/// An email address or a mobile number somebody says, or has shown, to be theirs.
struct ProvedContact: Sendable {
  /// The way a code gets there: email or text.
  let way: MessageRoute
  /// As it was typed.
  let text: Sensitive<String>

  /// The most reports that are read of one contact.
  static let most = 50

  var token: ContactToken {
    let typed = text.reveal(for: "look-up")
    return way == .email ? .email(typed) : .phone(typed)
  }

  /// The reports that may be opened by it, the latest first.
  ///
  /// They are those whose reporter chose this very way. There are none where any report of the contact
  /// is flagged, tells when it is safe, or asks for no contact: somebody else may read what is sent
  /// there. An anonymous report is never among them.
  func reports(_ store: ReportStore, _ read: Read) throws -> [Report] {
    let safety = try ContactSafety(of: token, store, read)
    guard safety.hold == nil else { return [] }
    return safety.reports.filter { $0.way?.route == way }.map(\.report)
  }

  static func query(_ kind: ContactToken.Kind, _ hashes: [[UInt8]]) -> SQL {
    """
    SELECT DISTINCT \(Report.columns) FROM report_token t JOIN report r ON r.id = t.report
    WHERE t.token IN (\(list: hashes)) AND t.kind = \(kind) AND r.identity <> 'anonymous'
    ORDER BY r.received_at DESC, r.id DESC LIMIT \(most)
    """
  }

  /// Notes with the reports of the contact that its holder has shown it to be theirs.
  func keep(at now: Instant, _ keyring: Keyring, in write: Write) throws {
    try write.run(
      """
      UPDATE report_token SET proved_at = \(now)
      WHERE token IN (\(list: token.hashes(keyring))) AND kind = \(token.kind)
      """)
  }
}

extension ContactWay {
  /// The way of a message.
  var route: MessageRoute? {
    switch self {
    case .phone: .phone
    case .text: .text
    case .email: .email
    case .unwanted: nil
    }
  }
}
