internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Sends what a conference asks as a link to the named mailbox, and takes a link back.
struct ResearchLinkActs {
  let services: Services
  let kind: ConferenceKind
  let referral: Referral
  /// Who does it; `nil` for the command line.
  let account: ID<Account>?
  /// The organisation of whoever does it; `nil` for the command line.
  var sharer: AgencyKind?
  let now: Instant

  private var showing: Showing {
    Showing(services: services, kind: kind, account: account, now: now)
  }

  private var store: ResearchLinkStore { ResearchLinkStore(services) }

  /// What the page of a link shows.
  private static let told = [ShareField.identity]

  /// The field of a form that says for how long the link of a question works.
  static func days(_ research: ID<Research>) -> String { "link-days-\(research)" }

  /// The field of the form of a question, by the text that stands in it.
  static func asked(_ fields: Fields, _ all: [Research]) -> Research? {
    all.first { $0.id.description == fields["asked-link"] }
  }

  /// Refuses at the field where it was answered already, no mailbox is named, or no mail can go.
  func send(_ research: Research, _ fields: Fields, in write: Write) throws {
    let field = Self.days(research.id)
    var form = FormReader(fields)
    let days = LinkTerms.days(field, fields, &form)
    try form.finish()
    guard let days else { throw Refusal(field, "Choose for how long the link works") }
    try send(research, days: days, at: field, in: write)
  }

  func send(_ research: Research, days: Int, at field: String, in write: Write) throws {
    let today = London.day(now)
    guard research.answer == nil, research.isAsked(on: today), referral.state != .declined else {
      throw Refusal(field, "This was answered already, or is no longer asked")
    }
    guard LinkLetters.canBeSent(services) else {
      throw Refusal(field, "No mail server is set, so no link can be sent")
    }
    guard
      let mailbox = try MailboxStore(services).find(research.organisation, of: kind.key, write)
    else {
      throw Refusal(field, "Its mailbox is not named yet: see who sits here")
    }
    guard
      let agency = try services.people.agencies(write).first(where: {
        $0.id == research.organisation
      })
    else { throw Refusal(field, "This organisation is none of the partnership any more") }
    let grounds = try showing.grounds(
      of: referral, for: agency, Self.told, by: sharer, at: field, write)
    let expiry = LinkTerms.expiry(from: now, days: days)
    try showing.end(referral.id, because: .replaced, in: write) {
      $0.research == research.id && $0.link != nil
    }
    let (id, token) = try store.make(
      research, to: mailbox, until: expiry, by: account, at: now, write: write)
    try showing.record(
      NewConferenceShare(
        referral: referral, research: research.id, link: id, agency: agency, fields: Self.told,
        lastDay: London.day(expiry).adding(days: -1), account: account), grounds, in: write)
    try LinkLetters(services, about: ResearchLinkWording.topic(kind, id), at: now).send(
      AskedRoute.asked(token: token).path, ResearchLinkWording.link, to: mailbox,
      of: agency.name, until: expiry, in: write)
    try record(
      "link-sent", ["link": id.description, "organisation": research.organisation.description],
      in: write)
  }

  func end(_ typed: String?, in write: Write) throws {
    guard let id = ID<AnswerLink>(typed ?? ""),
      try store.end(id, of: referral.id, at: now, in: write)
    else { throw Refusal("research", "This link was answered or taken back meanwhile") }
    try showing.end(referral.id, because: .takenBack, in: write) { $0.link == id }
    try record("link-ended", ["link": id.description], in: write)
  }

  private func record(_ action: String, _ detail: [String: String], in write: Write) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: "conferences.\(action)", subject: kind.subject,
        detail: detail.merging(["case": referral.reference.description]) { $1 }, at: now),
      in: write)
  }
}
