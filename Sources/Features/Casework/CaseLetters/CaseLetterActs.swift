internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// Writes letters to people in a case.
struct CaseLetterActs {
  let services: Services
  let account: ID<Account>?
  let now: Instant
  let file: CaseFile

  var store: CaseLetterStore { CaseLetterStore(keyring: services.keyring) }
  private var cases: CaseStore { CaseStore(services) }

  /// What a letter of a kind to somebody needs, begun with a version of its wording or the one in use.
  struct Beginning {
    let person: CasePerson
    let kind: CaseLetterKind
    let wording: DatedWording
    let reach: LetterReach
  }

  /// Everybody in the case.
  func people(_ read: Read) throws -> [CasePerson] {
    try cases.parts.people(of: file.id, as: CasePart.allCases, read)
  }

  /// - Throws: ``Refusal`` where the person is not in the case, or the letter is for others.
  func begin(
    _ kind: CaseLetterKind, to person: ID<CasePerson>?, version: Int? = nil, _ read: Read
  ) throws -> Beginning {
    guard file.joinedInto == nil else { throw CaseProblem.joined }
    guard let person = try people(read).first(where: { $0.id == person }) else {
      throw Refusal("to", "Choose somebody in the case")
    }
    guard kind.parts.contains(person.part) else {
      let words = "“\(kind.title)” is not for somebody who is \(person.part.title.lowercased())"
      throw Refusal("kind", "\(words): choose another letter")
    }
    let wordings = CaseLetterStore.wordings
    let chosen = try version.flatMap { version in
      try wordings.versions(of: kind.rawValue, read).first { $0.version == version }
    }
    let used = try chosen ?? wordings.wording(of: kind.rawValue, on: London.day(now), read)
    guard let used else { throw Refusal("kind", "This letter has no wording yet: choose another") }
    let store = ReportStore(services)
    let reports = try cases.reports(of: file.id, read).map { try store.details($0, read) }
    return Beginning(
      person: person, kind: kind, wording: used,
      reach: try LetterReach(person, reports, store, read))
  }

  /// What stands in the fields of its wording; the officer of the case signs it, or who writes.
  func context(
    _ beginning: Beginning, from partnership: String, _ read: Read
  ) throws -> CaseLetterContext {
    let officer = try (file.owner ?? account).flatMap {
      try services.people.name(of: $0, in: read)?.reveal(for: "signing a letter")
    }
    return CaseLetterContext(
      file: file, name: beginning.reach.name, today: London.day(now), officer: officer ?? "",
      lines: try ServiceLines(read), settings: services.settings, partnership: partnership)
  }

  /// Keeps a letter, puts it into the outbox, and says so in the story of the case.
  func keep(
    _ draft: CaseLetterDraft, _ reach: LetterReach, in write: Write
  ) throws -> ID<CaseLetter> {
    let message = try services.outbox.queue(
      self.message(draft, reach), at: now, in: write)
    let id = try store.add(
      draft, to: file.id, as: message.id, by: account, at: now, in: write)
    let words =
      "“\(draft.kind.title)” to \(draft.person.part.title.lowercased()), "
      + (draft.route == .email ? "by email" : "on paper")
    try cases.keep(file, CaseChange(), at: now, in: write)
    try cases.parts.write(.letter, about: file.id, words, by: account, at: now, in: write)
    try record(
      "casework.letter-kept",
      ["letter": id.description, "kind": draft.kind.rawValue, "way": draft.route.rawValue],
      in: write)
    return id
  }

  /// An email has a subject that tells nothing; a letter on paper has its heading inside.
  private func message(
    _ draft: CaseLetterDraft, _ reach: LetterReach
  ) throws(TemplateProblem) -> Message {
    try Message(
      MessageTemplate(
        key: "case-letter.\(draft.kind.rawValue)", version: draft.wording.version,
        title: "Letter of a case: \(draft.kind.title)",
        subject: draft.route == .email ? CaseLetter.subject(file) : draft.wording.heading,
        body: "((words))"),
      ["words": .personal(Sensitive(draft.content.sent(by: draft.route)))], by: draft.route,
      to: Sensitive(draft.content.address), about: file.subject, held: reach.hold)
  }

  func record(_ action: String, _ detail: [String: String], in write: Write) throws {
    try services.audit.record(
      AuditEvent(actor: account, action: action, subject: file.subject, detail: detail, at: now),
      in: write)
  }
}

extension CaseLetter {
  /// The letter on paper.
  func printed(_ file: CaseFile, from partnership: String) -> PrintedLetter {
    let content = content.reveal(for: "printing a letter")
    return PrintedLetter(
      from: partnership, to: content.address.split(whereSeparator: \.isNewline).map(String.init),
      reference: file.reference.description, on: London.day(madeAt), heading: content.heading,
      words: content.words)
  }
}
