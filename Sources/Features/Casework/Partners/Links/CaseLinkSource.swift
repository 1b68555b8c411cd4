internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What cases ask by links.
struct CaseLinkSource: LinkSource {
  /// A link with its case.
  struct Found {
    let link: CaseLink
    let file: CaseFile
  }

  let services: Services
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var store: LinkStore { LinkStore(keyring: services.keyring) }

  var table: AnswerLinkTable { store.shared }
  var cookie: String { "hamlet-answer" }
  var invitation: String { "The partnership asks your organisation to do something." }

  func path(_ token: String) -> String { LinkRoute.answer(token: token).path }

  func find(_ token: String, _ read: Read) throws -> Found? {
    guard let link = try store.find(token, read), let file = try cases.find(link.file, read) else {
      return nil
    }
    return Found(link: link, file: file)
  }

  func shared(_ found: Found) -> AnswerLink { found.link.shared }

  func asked(by found: Found, _ read: Read) throws -> AskedByLink? {
    guard found.file.state != .closed else { return nil }
    let (link, file) = (found.link, found.file)
    let agency = try services.people.agencies(read).first { $0.id == link.shared.organisation }
    let organisation = agency?.name ?? "You"
    switch link.asks {
    case .action(let id):
      let actions = try cases.parts.actions(of: file.id, read)
      return actions.first { $0.id == id && $0.doneAt == nil }.map { action in
        .action(
          AskedByLink.Action(organisation: organisation, task: action.task, due: action.due))
      }
    case .referral(let id):
      let referrals = try ReferralStore(keyring: services.keyring).referrals(of: file.id, read)
      guard let referral = referrals.first(where: { $0.id == id && $0.answer == nil }) else {
        return nil
      }
      let people = try cases.parts.people(of: file.id, as: CasePart.allCases, read)
      let person = people.first { $0.id == referral.person }
      let purpose = referral.content.reveal(for: "page of a link").purpose
      return .referral(
        AskedByLink.Referred(
          organisation: organisation, purpose: Sensitive(purpose),
          name: person.map { Sensitive($0.content.reveal(for: "page of a link").name) },
          due: referral.due, words: link.words))
    }
  }

  func sheets(_ asked: AskedByLink, _ frame: LinkFrame) -> AskedSheets {
    AskedSheets(asked: asked, frame: frame)
  }

  func send(code: String, for found: Found, in write: Write) throws {
    try LinkLetters(services, about: found.file.subject, at: now).send(
      code: code, LinkWording.code, for: found.link.shared, in: write)
  }

  func answer(to asked: AskedByLink, _ form: Fields) throws -> AnswerByLink {
    switch asked {
    case .action: .action(try AnswerForm(form))
    case .referral: .referral(try ReferralReplyForm(form))
    }
  }

  func keep(_ answer: AnswerByLink, by found: Found, in write: Write) throws {
    let (link, file) = (found.link, found.file)
    let writing = PartnerWriting(
      services: services, file: file, organisation: link.shared.organisation, account: nil,
      now: now)
    switch answer {
    case .action(let form): try writing.answer(link.asks.action, form, in: write)
    case .referral(let form): try writing.reply(to: link.asks.referral, form, in: write)
    }
    // An answer spends the link, a question too.
    try LinkShares(services: services, now: now).end(
      link.share, because: "The link is answered", in: write)
  }

  func record(_ event: LinkEvent, _ found: Found, in write: Write) throws {
    let shared = found.link.shared
    try services.audit.record(
      AuditEvent(
        actor: nil, action: "casework.\(event.rawValue)", subject: found.file.subject,
        detail: [
          "link": shared.id.description, "organisation": shared.organisation.description,
        ], at: now), in: write)
  }
}
