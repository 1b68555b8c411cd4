internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Takes a referral in: held against the rules of its kind and against who was referred before.
struct Referring {
  let desk: any Clerk
  let kind: ConferenceKind

  /// Keeps it for one of some organisations; its reference, and whether it repeats another.
  func keep(
    _ fields: Fields, for bodies: [Agency], in write: Write
  ) throws -> (reference: Reference, isRepeat: Bool) {
    let choices = try desk.services.shares.choices(desk.today, write)
    var form = try ReferralForm(fields, kind, for: bodies, choices, today: desk.today)
    let earlier = try desk.referrals.earlier(
      than: desk.today, of: form.new.content, in: kind, write)
    if let refusal = form.refusal(kind, earlier: earlier) { throw refusal }
    form.new.repeatOf = earlier?.id
    var generator = SystemRandom()
    let reference = try desk.referrals.add(
      form.new, to: kind.key, by: desk.account, at: desk.now, using: &generator, in: write)
    try desk.record(
      "referred", kind,
      [
        "case": reference.description, "criterion": form.new.criterion,
        "repeat-of": earlier?.reference.description ?? "none",
      ], in: write)
    return (reference, earlier != nil)
  }
}
