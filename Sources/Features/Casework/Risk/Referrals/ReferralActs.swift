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
    let new = try ReferralForm(
      visit.request.form, try visit.services.people.agencies(write), people,
      today: London.day(visit.now))
    try store.add(new, to: file.id, at: visit.now, in: write)
    return "\(new.agency.name), to be answered by \(new.due.words): \(new.purpose)"
  }

  /// Keeps an answer; what the story of the case says of it.
  func answer(in write: Write) throws -> String {
    let waiting = try store.referrals(of: file.id, write).filter { $0.answer == nil }
    let form = try ReferralAnswerForm(visit.request.form, waiting)
    try store.answer(form.referral, form.answer, form.words, at: visit.now, in: write)
    let agency = try visit.services.people.agencies(write).first {
      $0.id == form.referral.organisation
    }
    let words = "\(agency?.name ?? "Another organisation"): \(form.answer.title.lowercased())"
    return form.words.isEmpty ? words : "\(words). \(form.words)"
  }
}
