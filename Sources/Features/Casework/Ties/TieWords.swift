internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What the stories of both cases say, and what those who reported read beside their reports.
struct TieWords {
  let services: Services
  let account: ID<Account>?
  let now: Instant

  /// Nothing in it tells that somebody else reported.
  static let joined =
    "What you told us is now worked on together with other work of ours on the same problem. Your "
    + "reference stays the same, and we go on telling you how it stands."
  static let parted =
    "We now work on your report as a case of its own. Your reference stays the same, and we go on "
    + "telling you how it stands."

  func note(
    _ kind: CaseEntryKind, about file: CaseFile, _ other: CaseFile, _ reason: String,
    in write: Write
  ) throws {
    try CaseStore(services).parts.write(
      kind, about: file.id, "\(other.reference): \(reason)", by: account, at: now, in: write)
  }

  func tell(_ reports: [Report], _ words: String, _ own: String, in write: Write) throws {
    let events = ReportEvents(sealing: ReportStore(services).sealing)
    let all = own.isEmpty ? words : "\(words) \(own)"
    for report in reports where report.state != .withdrawn {
      try events.add(.update, to: report.id, words: Sensitive(all), by: account, at: now, in: write)
    }
  }
}
