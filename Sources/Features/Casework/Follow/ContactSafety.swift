internal import Database
internal import Kernel
internal import Secrets

/// Whether what is sent to a contact may be read by somebody else, by any report of it: the one rule for
/// codes, for lists of own reports, and for letters.
struct ContactSafety {
  /// The reports of the contact, the latest first; anonymous ones are never among them.
  let reports: [(report: Report, way: ContactWay?)]
  /// Why nothing goes there by itself, in words for staff; `nil` where it may.
  let hold: String?
  /// Whether a flag or a wish for no contact is among it, and not words about safety alone.
  let mustWait: Bool
  /// What their reports say of when and how it is safe.
  let words: [String]

  /// Reads the reports of a contact and what their reporters wrote about being reached.
  init(of token: ContactToken, _ store: ReportStore, _ read: Read) throws {
    let found = try read.all(ProvedContact.query(token.kind, token.hashes(store.keyring))) { row in
      try Report(row: &row)
    }
    var holds: [Hold] = []
    var reports: [(Report, ContactWay?)] = []
    var words: [String] = []
    for report in found {
      let reporter = try store.details(report, read).reporter.reveal(for: "safe contact")
      if report.isFlagged { holds.append(.flagged) }
      if !reporter.safety.isEmpty {
        holds.append(.safety)
        words.append(reporter.safety)
      }
      if reporter.way == .unwanted { holds.append(.unwanted) }
      reports.append((report, reporter.way))
    }
    self.reports = reports
    hold = holds.min()?.words
    mustWait = holds.contains { $0 != .safety }
    self.words = words
  }

  private enum Hold: Int, Comparable {
    case flagged
    case unwanted
    case safety

    static func < (one: Hold, other: Hold) -> Bool { one.rawValue < other.rawValue }

    var words: String {
      switch self {
      case .flagged: "A report of this contact is flagged: act on that first"
      case .unwanted: "A report of this contact asks for no contact: read that before it goes"
      case .safety:
        "A report of this contact says when and how it is safe: read that before it goes"
      }
    }
  }
}
