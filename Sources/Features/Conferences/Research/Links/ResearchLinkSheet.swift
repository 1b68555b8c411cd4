internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// What those who prepare a conference see of links to a case's questions.
struct CaseLinks {
  var links: [ResearchLink] = []
  var mailboxes: [ID<Organisation>: Sensitive<String>] = [:]
  /// Why a letter of a link did not go.
  var failures: [ID<AnswerLink>: String] = [:]
  var hasMail = false

  init() {}

  init(_ kind: ConferenceKind, _ referral: ID<Referral>, _ services: Services, _ read: Read) throws
  {
    links = try ResearchLinkStore(services).links(of: referral, read)
    mailboxes = Dictionary(
      try MailboxStore(services).all(of: kind.key, read).map { ($0.organisation, $0.address) },
      uniquingKeysWith: { $1 })
    hasMail = LinkLetters.canBeSent(services)
    for link in links {
      let letters = try services.outbox.messages(
        about: ResearchLinkWording.topic(kind, link.shared.id), in: read)
      failures[link.shared.id] =
        letters.first { MessageState.needsSomebody.contains($0.state) }?
        .reason
    }
  }
}

/// The links of one question, and the form that sends one.
struct ResearchLinkSheet: HTML {
  let model: CaseModel
  let research: Research

  var body: some HTML {
    for link in links { SentLink(model: model, shared: link.shared, isOpen: isOpen) }
    if isOpen, model.links.hasMail, let mailbox = model.links.mailboxes[research.organisation] {
      LinkForm(model: model, research: research, mailbox: mailbox)
    }
  }

  private var isOpen: Bool {
    research.answer == nil && research.isAsked(on: model.today)
      && model.referral.state != .declined
  }

  private var links: [ResearchLink] {
    model.links.links.filter { $0.shared.organisation == research.organisation }
  }
}

/// How one link stands, with the button that takes it back.
private struct SentLink: HTML {
  let model: CaseModel
  let shared: AnswerLink
  let isOpen: Bool

  var body: some HTML {
    p {
      state
      span(.class("small quiet")) {
        " \(shared.mailbox.reveal(for: "page of a case")), \(London.words(shared.madeAt))"
      }
    }
    if let failure = model.links.failures[shared.id] {
      p { StateMark(.bad, "Its letter did not go: \(failure)") }
    }
    if isOpen, shared.state(at: model.now) == .open {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("link"), .value(shared.id.description))
        SubmitButton(
          "Take the link back", style: .small, name: "act", value: CaseAct.linkEnd.rawValue)
      }
    }
  }

  private var state: StateMark {
    let last = London.day(shared.expiresAt).adding(days: -1).words
    return switch shared.state(at: model.now) {
    case .open: StateMark(.warn, "Link until \(last)")
    case .locked: StateMark(.bad, "Too many codes: send it anew")
    case .answered: StateMark(.good, "Answered by link")
    case .ended: StateMark(.none, "Link taken back")
    case .expired: StateMark(.bad, "Link not answered by \(last)")
    }
  }
}

/// Sends a question to the named mailbox.
private struct LinkForm: HTML {
  let model: CaseModel
  let research: Research
  let mailbox: Sensitive<String>

  var body: some HTML {
    Disclosure(
      "Ask \(model.names.body(research.organisation)) by a link", isOpen: model.refuses(field)
    ) {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("asked-link"), .value(research.id.description))
        p(.class("quiet")) {
          "It goes to \(mailbox.reveal(for: "page of a case")). Its reader sees the names, the date of "
          "birth and the day to answer by, nothing else."
        }
        SelectField(
          field, label: "For how long the link works",
          choices: LinkRule.days.map { Choice(String($0), "\($0) days") },
          in: model.refuses(field) ? model.state : FormState(values: Fields([(field, "7")])))
        SubmitButton("Send the link", style: .line, name: "act", value: CaseAct.link.rawValue)
      }
    }
  }

  private var field: String { ResearchLinkActs.days(research.id) }
}
