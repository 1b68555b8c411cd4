internal import Access
internal import Kernel
internal import Partnership

/// What may be done in a conference somebody sits in.
enum ConferenceRight: String, CaseIterable, Sendable {
  /// See the conference, its meetings and what one's own organisation was asked.
  case see
  /// Refer somebody to it.
  case refer
  /// Answer for one's own organisation, and sign the statement.
  case answer
  /// Decide on referrals, ask organisations, call meetings, read what each answered.
  case prepare
  /// Write down who was there, what was said and who does what.
  case minute
  /// See how the conference works, in figures.
  case count
  /// Say who sits in it and by which rules it works.
  case seat
  /// Read who did and read what.
  case trail
  /// Read what was shown to whom, on which grounds and until when.
  case shares
  /// Delete what is past its time, or keep it.
  case keep
  /// Decide whether records that stand apart go into the answer to a request for one's own data.
  case disclose
}

/// Who may do it: those who sit in it, by their seat; a role alone opens no conference.
enum ConferencePolicy {
  static let table: [ConferenceRight: Set<Seat>] = [
    .see: [.coordinator, .chair, .member],
    .refer: [.coordinator, .chair, .member],
    .answer: [.coordinator, .chair, .member],
    .prepare: [.coordinator, .chair],
    .minute: [.coordinator, .chair],
    .count: [.coordinator, .chair],
    .seat: [.coordinator],
    .trail: [.coordinator, .chair],
    .shares: [.coordinator, .chair],
    .keep: [.coordinator],
    .disclose: [.coordinator, .chair],
  ]

  static func allows(_ right: ConferenceRight, _ seat: Seat) -> Bool {
    table[right]?.contains(seat) ?? false
  }

  /// Roles that may sit in a conference at all, and be given something to do by one.
  ///
  /// An administrator keeps the machine and an auditor its record: neither sits.
  static let sitting: Set<Role> = [.manager, .officer, .coordinator, .partner]

  /// Throws a 404 unless the role may have to do with conferences.
  static func require(_ actor: Actor) throws(ConferencesProblem) {
    guard sitting.contains(actor.role) else { throw .notFound }
  }
}
