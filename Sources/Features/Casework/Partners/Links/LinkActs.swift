internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Sends an action or a referral to a mailbox as a link, and takes a link back.
struct LinkActs {
  let visit: StaffVisit
  let file: CaseFile

  private var cases: CaseStore { CaseStore(visit.services) }
  private var store: LinkStore { LinkStore(keyring: visit.services.keyring) }

  private var shares: LinkShares { LinkShares(services: visit.services, now: visit.now) }
  private var today: Day { London.day(visit.now) }

  func send(in write: Write) throws {
    let agencies = try visit.services.people.agencies(write)
    let action = try cases.parts.actions(of: file.id, write).first {
      $0.id.description == visit.request.form[LinkFields.action.asked] && $0.doneAt == nil
    }
    let agency = agencies.first { $0.id == action?.organisation }
    let task = action?.task.reveal(for: "story of the case") ?? ""
    let form = try form(
      .action,
      LinkForm.Telling(
        agency: agency, task: task, sharer: sharer(agencies),
        choices: visit.services.shares.choices(today, write), today: today))
    guard let action, let agency else {
      throw Refusal(LinkFields.action.asked, "This action is done already")
    }
    try send(form, .action(action.id), to: agency, on: form.terms, .link, task, in: write)
  }

  func sendReferral(in write: Write) throws {
    let form = try form(.referral)
    let referrals = ReferralStore(keyring: visit.services.keyring)
    let referral = try referrals.referrals(of: file.id, write).first {
      $0.id.description == form.asked && $0.answer == nil
    }
    let agencies = try visit.services.people.agencies(write)
    let agency = agencies.first { $0.id == referral?.organisation }
    guard let referral, let agency else {
      throw Refusal(LinkFields.referral.asked, "This referral was answered already")
    }
    let terms = try shares.terms(
      of: referral, with: agency, by: sharer(agencies), until: form.lastDay(from: today),
      at: LinkFields.referral.asked, write)
    let purpose = referral.content.reveal(for: "story of the case").purpose
    let words = [purpose, form.words].compactMap(\.self).joined(separator: ". ")
    try send(form, .referral(referral.id), to: agency, on: terms, .referralLink, words, in: write)
  }

  func end(in write: Write) throws {
    try require()
    guard let id = ID<AnswerLink>(visit.request.form["link"] ?? ""),
      try store.end(id, of: file.id, at: visit.now, in: write)
    else { throw Refusal("links", "This link was answered or taken back meanwhile") }
    try shares.end(of: file.id, because: "The link is taken back", in: write) {
      $0.shared.id == id
    }
  }

  private func sharer(_ agencies: [Agency]) -> AgencyKind? {
    agencies.first { $0.id == visit.actor.organisation }?.kind
  }

  private func form(_ names: LinkFields, _ telling: LinkForm.Telling? = nil) throws -> LinkForm {
    try require()
    guard LinkLetters.canBeSent(visit.services) else {
      throw Refusal(names.mailbox, "No mail server is set, so no link can be sent")
    }
    return try LinkForm(visit.request.form, names, telling)
  }

  private func send(
    _ form: LinkForm, _ asks: LinkAsks, to agency: Agency, on terms: ShareTerms?,
    _ kind: CaseEntryKind, _ words: String, in write: Write
  ) throws {
    try shares.end(of: file.id, because: "Another link takes its place", in: write) {
      $0.asks == asks
    }
    let share = try terms.map {
      try shares.record(
        $0, with: agency, about: file.reference, by: visit.actor.account, in: write)
    }
    let token = try store.make(
      form, asks, of: agency.id, in: file.id, recorded: share, by: visit.actor.account,
      at: visit.now, write: write)
    try LinkLetters(visit.services, about: file.subject, at: visit.now).send(
      LinkRoute.answer(token: token).path,
      asks.referral == nil ? LinkWording.link : LinkWording.referral, to: form.mailbox,
      of: agency.name, until: form.expiry(from: visit.now), in: write)
    try cases.keep(file, CaseChange(), at: visit.now, in: write)
    try cases.parts.write(
      kind, about: file.id, words, by: visit.actor.account, at: visit.now, in: write)
  }

  private func require() throws {
    guard PartnerPolicy.allows(.share, visit.actor) else { throw CaseProblem.notFound }
  }
}
