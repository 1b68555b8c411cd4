internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Gives a case to an organisation, takes it back, and ticks off what organisations wrote.
struct PartyActs {
  let visit: StaffVisit
  let file: CaseFile

  private var cases: CaseStore { CaseStore(visit.services) }
  private var store: PartyStore { PartyStore(visit.services) }
  private var form: Fields { visit.request.form }

  func add(in write: Write) throws {
    try require()
    let agencies = try visit.services.people.agencies(write)
    let today = London.day(visit.now)
    let form = try PartyForm(
      form, agencies, by: visit.actor.organisation, visit.services.shares.choices(today, write),
      today: today)
    let giving = Giving(services: visit.services, account: visit.actor.account, now: visit.now)
    try giving.give(file, form, in: write)
  }

  func end(in write: Write) throws {
    try require()
    let form = try PartyEndForm(form, today: London.day(visit.now))
    let found = try store.parties(of: file.id, write).first {
      $0.id == form.party && $0.isOpen(at: visit.now)
    }
    guard let found else { throw Refusal("ended", "This organisation is no party any more") }
    let giving = Giving(services: visit.services, account: visit.actor.account, now: visit.now)
    try giving.end(file, found, form.end(at: visit.now), because: form.reason, in: write)
  }

  func readAnswers(in write: Write) throws {
    try require()
    // What came after the page was opened has not been read.
    guard let seen = ID<CaseEntry>(form["seen"] ?? "") else {
      throw Refusal("answers", "Load the page again and press it there")
    }
    try AnswerStore().markRead(
      file.id, upTo: seen, by: visit.actor.account, at: visit.now, in: write)
  }

  private func require() throws {
    guard PartnerPolicy.allows(.share, visit.actor) else { throw CaseProblem.notFound }
  }
}
