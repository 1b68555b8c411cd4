internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Asks whether somebody is known, decides, and tells the case what came of it.
struct KnownDesk {
  let services: Services
  let account: ID<Account>
  let now: Instant

  private var cases: CaseStore { CaseStore(services) }
  private var requests: KnownRequestStore { KnownRequestStore(keyring: services.keyring) }
  private var sources: KnownSourceStore { KnownSourceStore(keyring: services.keyring) }

  /// Asks for a case; nothing is looked up by it.
  func ask(_ fields: Fields, about file: CaseFile, in write: Write) throws {
    let people = try cases.parts.people(of: file.id, as: CasePart.allCases, write)
    let all = try sources.all(write)
    let form = try KnownAskForm(fields, people, all)
    try requests.ask(form, in: file.id, by: account, at: now, write: write)
    let source = all.first { $0.id == form.source }
    try tell("\(try title(source, write)), asked: \(form.purpose)", file, in: write)
  }

  /// Approves a request and answers it at once, from the register as it stands now.
  func approve(_ id: ID<KnownRequest>, reason: String, in write: Write) throws {
    let (request, file) = try waiting(id, write)
    guard let source = try sources.find(request.source, write), source.isOn else {
      throw Refusal("known-reason", "The register was turned off meanwhile. Refuse the request")
    }
    let people = try cases.parts.people(of: file.id, as: CasePart.allCases, write)
    guard let person = people.first(where: { $0.id == request.person }),
      let born = person.matched.born
    else { throw Refusal("known-reason", "The person has no date of birth any more. Refuse it") }
    let isKnown = try KnownTokens(keyring: services.keyring).isKnown(
      person.matched.names, born, to: source.id, write)
    try requests.decide(
      request, .approved, isKnown: isKnown, reason: reason, by: account, at: now, in: write)
    let answer =
      isKnown
      ? "known. Speak to \(source.contact.reveal(for: "answer to an approved request"))"
      : "not known under this name and date of birth"
    try tell("\(try title(source, write)): \(answer)", file, in: write)
    try record("casework.known-approved", request, file, in: write)
  }

  func refuse(_ id: ID<KnownRequest>, reason: String, in write: Write) throws {
    let (request, file) = try waiting(id, write)
    try requests.decide(
      request, .refused, isKnown: nil, reason: reason, by: account, at: now, in: write)
    let source = try sources.find(request.source, write)
    try tell("\(try title(source, write)), refused: \(reason)", file, in: write)
    try record("casework.known-refused", request, file, in: write)
  }

  /// A request that waits, which another has made.
  private func waiting(
    _ id: ID<KnownRequest>, _ write: Write
  ) throws -> (KnownRequest, CaseFile) {
    guard let request = try requests.find(id, write), let file = try cases.find(request.file, write)
    else { throw CaseProblem.notFound }
    guard request.state == .asked else {
      throw Refusal("known-reason", "Somebody has decided about this request meanwhile")
    }
    guard request.askedBy != account else {
      throw Refusal("known-reason", "You asked this yourself. Somebody else decides about it")
    }
    return (request, file)
  }

  private func title(_ source: KnownSource?, _ read: Read) throws -> String {
    guard let source else { return "A register" }
    let agency = try services.people.agencies(read).first { $0.id == source.organisation }
    return "\(agency?.name ?? "An organisation"), \(source.kind.title.lowercased())"
  }

  private func tell(_ words: String, _ file: CaseFile, in write: Write) throws {
    if file.state != .closed { try cases.keep(file, CaseChange(), at: now, in: write) }
    try cases.parts.write(.known, about: file.id, words, by: account, at: now, in: write)
  }

  /// On record for both: the case that asked, and the organisation that was asked.
  private func record(
    _ action: String, _ request: KnownRequest, _ file: CaseFile, in write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: account, action: action, subject: file.subject,
        detail: ["request": request.id.description, "register": request.source.description],
        at: now), in: write)
  }
}
