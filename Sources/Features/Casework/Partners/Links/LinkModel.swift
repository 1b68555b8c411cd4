internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What the page of a link shows; nothing of the case before its code was entered.
struct LinkModel {
  let part: Part
  let path: String
  let csrf: String
  let state: FormState

  enum Part {
    /// It was never one, was taken back or is too old: told alike.
    case gone
    case answered(Instant)
    /// No further code is sent.
    case locked
    /// A code may be asked for; where one was sent, it may be entered.
    case code(isSent: Bool)
    case action(Asked)
    case referral(Referred)
  }

  /// What is asked of the organisation.
  struct Asked {
    let organisation: String
    let task: Sensitive<String>
    let due: Day
  }
}

extension LinkModel {
  /// A referral as its organisation reads it: what for, about whom by name, and no more.
  struct Referred {
    let organisation: String
    let purpose: Sensitive<String>
    /// `nil` where it is about the case.
    let name: Sensitive<String>?
    let due: Day
    /// What the lead says beside it, such as the answer to a question.
    let words: Sensitive<String>?
  }
}

/// Reads how a link stands for the holder of a browser's token.
struct LinkReader {
  let services: Services
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }

  /// A link with its case; `nil` where it opens nothing.
  func find(_ token: String, _ read: Read) throws -> (link: CaseLink, file: CaseFile)? {
    guard let link = try LinkStore(keyring: services.keyring).find(token, read),
      let file = try cases.find(link.file, read)
    else { return nil }
    return (link, file)
  }

  func part(
    _ found: (link: CaseLink, file: CaseFile)?, holder: [UInt8]?, _ read: Read
  ) throws -> LinkModel.Part {
    guard let (link, file) = found else { return .gone }
    switch link.state(at: now) {
    case .answered(let moment): return .answered(moment)
    case .ended, .expired: return .gone
    case .locked, .open: break
    }
    guard file.state != .closed, let asked = try asked(link, file, read) else { return .gone }
    guard let holder, link.isHeld(by: holder, at: now) else {
      if link.state(at: now) == .locked { return .locked }
      return .code(isSent: link.hasCode(at: now))
    }
    return asked
  }

  /// What is asked; `nil` where it was done or answered otherwise.
  private func asked(
    _ link: CaseLink, _ file: CaseFile, _ read: Read
  ) throws -> LinkModel.Part? {
    let agency = try services.people.agencies(read).first { $0.id == link.organisation }
    let organisation = agency?.name ?? "You"
    switch link.asks {
    case .action(let id):
      let actions = try cases.parts.actions(of: file.id, read)
      return actions.first { $0.id == id && $0.doneAt == nil }.map { action in
        .action(
          LinkModel.Asked(organisation: organisation, task: action.task, due: action.due))
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
        LinkModel.Referred(
          organisation: organisation, purpose: Sensitive(purpose),
          name: person.map { Sensitive($0.content.reveal(for: "page of a link").name) },
          due: referral.due, words: link.words))
    }
  }
}
