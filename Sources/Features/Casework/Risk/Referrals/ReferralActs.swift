internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Sends referrals and records their answers, as the forms of a case ask.
struct ReferralActs {
  let visit: StaffVisit
  let file: CaseFile

  private var store: ReferralStore { ReferralStore(keyring: visit.services.keyring) }

  /// Adds a referral; what the story of the case says of it.
  func add(in write: Write) throws -> String {
    let people = try CaseStore(visit.services).parts.people(
      of: file.id, as: CasePart.allCases, write)
    let (shares, today) = (visit.services.shares, London.day(visit.now))
    let new = try ReferralForm(
      visit.request.form, try visit.services.people.agencies(write), people,
      by: visit.actor.organisation, shares.choices(today, write), today: today)
    let share = try shares.record(
      NewShare(
        about: file.reference, with: .organisation(new.agency), new.terms,
        by: visit.actor.account, at: visit.now), write)
    try store.add(new, recorded: share, to: file.id, at: visit.now, in: write)
    return "\(new.agency.name), to be answered by \(new.due.words): \(new.purpose)"
  }

  /// Keeps an answer; what the story of the case says of it.
  func answer(in write: Write) throws -> String {
    let waiting = try store.referrals(of: file.id, write).filter { $0.answer == nil }
    let form = try ReferralAnswerForm(visit.request.form, waiting)
    try store.answer(form.referral, form.answer, form.words, at: visit.now, in: write)
    try LinkShares(services: visit.services, now: visit.now).end(
      form.referral, of: file.id, in: write)
    let agency = try visit.services.people.agencies(write).first {
      $0.id == form.referral.organisation
    }
    let words = "\(agency?.name ?? "Another organisation"): \(form.answer.title.lowercased())"
    return form.words.isEmpty ? words : "\(words). \(form.words)"
  }
}
