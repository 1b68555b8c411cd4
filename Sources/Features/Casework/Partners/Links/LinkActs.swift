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

  func send(in write: Write) throws {
    let form = try form(.action)
    let action = try cases.parts.actions(of: file.id, write).first {
      $0.id.description == form.asked && $0.doneAt == nil
    }
    guard let action else { throw Refusal("linked", "This action is done already") }
    try send(
      form, .action(action.id), to: action.organisation, .link,
      action.task.reveal(for: "story of the case"), in: write)
  }

  func sendReferral(in write: Write) throws {
    let form = try form(.referral)
    let referrals = ReferralStore(keyring: visit.services.keyring)
    let referral = try referrals.referrals(of: file.id, write).first {
      $0.id.description == form.asked && $0.answer == nil
    }
    guard let referral else {
      throw Refusal(LinkFields.referral.asked, "This referral was answered already")
    }
    let purpose = referral.content.reveal(for: "story of the case").purpose
    let words = [purpose, form.words].compactMap(\.self).joined(separator: ". ")
    try send(
      form, .referral(referral.id), to: referral.organisation, .referralLink, words, in: write)
  }

  func end(in write: Write) throws {
    try require()
    guard let id = ID<AnswerLink>(visit.request.form["link"] ?? ""),
      try store.end(id, of: file.id, at: visit.now, in: write)
    else { throw Refusal("links", "This link was answered or taken back meanwhile") }
  }

  private func form(_ names: LinkFields) throws -> LinkForm {
    try require()
    guard LinkLetters.canBeSent(visit.services) else {
      throw Refusal(names.mailbox, "No mail server is set, so no link can be sent")
    }
    return try LinkForm(visit.request.form, names)
  }

  private func send(
    _ form: LinkForm, _ asks: LinkAsks, to organisation: ID<Organisation>, _ kind: CaseEntryKind,
    _ words: String, in write: Write
  ) throws {
    let agency = try visit.services.people.agencies(write).first { $0.id == organisation }
    let token = try store.make(
      form, asks, of: organisation, in: file.id, by: visit.actor.account, at: visit.now,
      write: write)
    try LinkLetters(visit.services, about: file.subject, at: visit.now).send(
      LinkRoute.answer(token: token).path,
      asks.referral == nil ? LinkWording.link : LinkWording.referral, to: form.mailbox,
      of: agency?.name ?? "you", until: form.expiry(from: visit.now), in: write)
    try cases.keep(file, CaseChange(), at: visit.now, in: write)
    try cases.parts.write(
      kind, about: file.id, words, by: visit.actor.account, at: visit.now, in: write)
  }

  private func require() throws {
    guard PartnerPolicy.allows(.share, visit.actor) else { throw CaseProblem.notFound }
  }
}
