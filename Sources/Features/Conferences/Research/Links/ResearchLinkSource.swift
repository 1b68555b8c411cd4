internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What conferences ask by links.
struct ResearchLinkSource: LinkSource {
  /// A link with the question it asks.
  struct Found {
    let link: ResearchLink
    let kind: ConferenceKind
    let referral: Referral
    let research: Research
  }

  let services: Services
  let now: Instant

  private var store: ResearchLinkStore { ResearchLinkStore(services) }
  private var research: ResearchStore { ResearchStore(services) }

  var table: AnswerLinkTable { store.shared }
  var cookie: String { "hamlet-asked" }
  var invitation: String { "The partnership asks your organisation a question." }

  func path(_ token: String) -> String { AskedRoute.asked(token: token).path }

  func find(_ token: String, _ read: Read) throws -> Found? {
    guard let link = try store.find(token, read),
      let referral = try ReferralStore(services).find(link.referral, read),
      let kind = try KindStore.find(referral.kind, read),
      let research = try research.all(of: referral.id, read).first(where: {
        $0.id == link.research
      })
    else { return nil }
    return Found(link: link, kind: kind, referral: referral, research: research)
  }

  func shared(_ found: Found) -> AnswerLink { found.link.shared }

  /// Whom it is about and by when, and no more: what happened stays with those who sit.
  func asked(by found: Found, _ read: Read) throws -> AskedAbout? {
    guard found.research.answer == nil, found.research.isAsked(on: London.day(now)),
      found.referral.state != .declined
    else { return nil }
    let agency = try services.people.agencies(read).first {
      $0.id == found.research.organisation
    }
    let content = found.referral.content.reveal(for: "page of a link")
    return AskedAbout(
      organisation: agency?.name ?? "You", subjectTitle: found.kind.subjectTitle,
      name: Sensitive(content.name), born: Sensitive(Day(content.born)),
      otherTitle: found.kind.otherTitle, other: Sensitive(content.other), due: found.research.due)
  }

  func sheets(_ asked: AskedAbout, _ frame: LinkFrame) -> AskedAboutSheet {
    AskedAboutSheet(asked: asked, frame: frame)
  }

  func send(code: String, for found: Found, in write: Write) throws {
    try LinkLetters(services, about: found.topic, at: now).send(
      code: code, ResearchLinkWording.code, for: found.link.shared, in: write)
  }

  func answer(to asked: AskedAbout, _ form: Fields) throws -> AnswerForm {
    try AnswerForm(form, giver: "Enter your name and what you do there")
  }

  func keep(_ answer: AnswerForm, by found: Found, in write: Write) throws {
    try research.answer(
      found.research, answer.answer, answer.content, by: nil, at: now, in: write)
    try Showing(services: services, kind: found.kind, account: nil, now: now)
      .end(found.referral.id, because: .answered, in: write) { $0.link == found.link.shared.id }
  }

  func record(_ event: LinkEvent, _ found: Found, in write: Write) throws {
    let shared = found.link.shared
    try services.audit.record(
      AuditEvent(
        actor: nil, action: "conferences.\(event.rawValue)", subject: found.kind.subject,
        detail: [
          "case": found.referral.reference.description, "link": shared.id.description,
          "organisation": shared.organisation.description,
        ], at: now), in: write)
  }
}

extension ResearchLinkSource.Found {
  /// What the outbox finds the letters of the link by.
  var topic: String { ResearchLinkWording.topic(kind, link.shared.id) }
}
