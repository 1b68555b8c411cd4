internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Deletes cases whose time is over, one by one, or keeps them; each act is on record.
struct Keeping {
  let desk: any Clerk
  let kind: ConferenceKind

  private var store: KeepingStore { KeepingStore(services: desk.services) }

  /// The due case of a reference; a 404 where there is none.
  private func due(_ typed: String?, _ read: Read) throws -> Referral {
    let found = try Reference(typed ?? "").flatMap {
      try desk.referrals.find($0, in: kind.key, read)
    }
    guard let found,
      try store.due(in: kind, on: desk.today, read).contains(where: { $0.id == found.id })
    else { throw ConferencesProblem.noSuchCase(typed ?? "") }
    return found
  }

  func delete(_ typed: String?, in write: Write) throws {
    let referral = try due(typed, write)
    let rows = try store.delete(referral, of: kind, on: desk.today, in: write)
    try desk.record(
      "case-deleted", kind,
      [
        "case": referral.reference.description, "rows": String(rows),
        "months": String(kind.rules.keepMonths),
      ], in: write)
  }

  func keep(_ typed: String?, _ fields: Fields, in write: Write) throws {
    guard typed != "" else { throw Refusal("case", "Choose the case") }
    let referral = try due(typed, write)
    let form = try KeepUntilForm(fields, today: desk.today)
    try store.keep(form, referral.id, by: desk.account, at: desk.now, in: write)
    try desk.record(
      "case-kept", kind,
      ["case": referral.reference.description, "until": form.until.description], in: write)
  }
}
