internal import Access
internal import Kernel
internal import Partnership

/// The record of what a question showed, as a data protection officer asks for it: on one page.
struct ShareModel {
  let kind: ConferenceKind
  let share: ConferenceShare
  let referral: Referral
  let names: Names
  let now: Instant

  /// What the trail notes of a reading.
  var detail: [String: String] {
    ["case": referral.reference.description, "share": share.id.description]
  }

  var rows: [(String, String)] {
    let content = referral.content.reveal(for: "the record of a share")
    let grounds = referral.grounds.rows.filter { $0.0 != ReferralGrounds.toldTitle }
    return [
      ("State", share.state(at: now)), ("Case", referral.reference.description),
      ("Shown to", names.body(share.organisation)), ("How", share.way),
      ("Purpose", "To say what it knows, for the conference “\(kind.title)”"),
      ("What was shown", share.fields.map(\.title).joined(separator: "; ")),
      ("Why it could not be done with less", content.necessity),
    ] + grounds + [
      ("From", London.words(share.since)), ("Given until", share.lastDay.words),
      ("Shown until", share.lastShown.words),
      ("Why it ended before", share.ending?.title ?? "It did not"),
      ("Shown by", names.person(share.account)),
      (
        "In the register of shares",
        share.register?.description ?? "No: this record is the only one"
      ),
    ]
  }
}

extension ConferenceShare {
  /// Whether it is shown still, in words.
  func state(at now: Instant) -> String {
    if isOpen(at: now) { return "Shown" }
    return ending == nil ? "Ended on its day" : "Ended before its day"
  }
}
