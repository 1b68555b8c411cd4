internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Sends an action to a mailbox as a link, and takes a link back.
struct LinkActs {
  let visit: StaffVisit
  let file: CaseFile

  private var cases: CaseStore { CaseStore(visit.services) }
  private var store: LinkStore { LinkStore(keyring: visit.services.keyring) }

  func send(in write: Write) throws {
    try require()
    let mail = LinkMail(services: visit.services, now: visit.now)
    guard mail.isThere else {
      throw Refusal("mailbox", "No mail server is set, so no link can be sent")
    }
    let form = try LinkForm(visit.request.form)
    let action = try cases.parts.actions(of: file.id, write).first {
      $0.id == form.action && $0.doneAt == nil
    }
    guard let action else { throw Refusal("linked", "This action is done already") }
    let agency = try visit.services.people.agencies(write).first { $0.id == action.organisation }
    let token = try store.make(
      form, action, of: file.id, by: visit.actor.account, at: visit.now, in: write)
    try mail.send(token, to: form, agency?.name ?? "you", about: file, in: write)
    try cases.keep(file, CaseChange(), at: visit.now, in: write)
    try cases.parts.write(
      .link, about: file.id, action.task.reveal(for: "story of the case"),
      by: visit.actor.account, at: visit.now, in: write)
  }

  func end(in write: Write) throws {
    try require()
    guard let id = ID<CaseLink>(visit.request.form["link"] ?? ""),
      try store.end(id, of: file.id, at: visit.now, in: write)
    else { throw Refusal("links", "This link was answered or taken back meanwhile") }
  }

  private func require() throws {
    guard PartnerPolicy.allows(.share, visit.actor) else { throw CaseProblem.notFound }
  }
}
