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
  }

  /// What is asked of the organisation.
  struct Asked {
    let organisation: String
    let task: Sensitive<String>
    let due: Day
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
    guard file.state != .closed,
      let action = try cases.parts.actions(of: file.id, read).first(where: {
        $0.id == link.action && $0.doneAt == nil
      })
    else { return .gone }
    guard let holder, link.isHeld(by: holder, at: now) else {
      if link.state(at: now) == .locked { return .locked }
      return .code(isSent: link.hasCode(at: now))
    }
    let agency = try services.people.agencies(read).first { $0.id == link.organisation }
    return .action(
      LinkModel.Asked(
        organisation: agency?.name ?? "You", task: action.task, due: action.due))
  }
}
