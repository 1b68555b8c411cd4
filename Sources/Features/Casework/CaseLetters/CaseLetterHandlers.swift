internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// Answers the pages of letters to people in a case.
struct CaseLetterHandlers {
  let visit: StaffVisit

  private var isForm: Bool { visit.request.method == .post }
  private var form: Fields { visit.request.form }
  private var press: LetterPress { LetterPress(visit.services.settings) }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = CaseLetterRoute(request.method, request.path, request.query) else {
      return nil
    }
    switch route {
    case .wordings, .wording: return try LetterWordingHandlers(visit: visit).respond(route)
    default: try CasePolicy.require(.letter, visit.actor)
    }
    switch route {
    case .list(let reference): return try list(reference, nil)
    case .write(let reference, let kind, let person):
      do {
        guard let kind = CaseLetterKind(rawValue: kind) else {
          throw Refusal("kind", "Choose a letter")
        }
        return try isForm ? keep(reference, kind, person) : write(reference, kind, person)
      } catch let refusal as Refusal { return try list(reference, refusal) }
    case .letter(let reference, let id): return try show(reference, id)
    case .file(let reference, let id, let format): return try print(reference, id, format)
    case .wordings, .wording: return nil
    }
  }

  private func list(_ reference: Reference, _ refusal: Refusal?) throws -> Response {
    let (model, subject) = try visit.read { read in
      let acts = try acts(reference, read)
      let messages = try acts.store.messages(acts.file, visit.services, read)
      return (
        CaseLettersModel(
          file: acts.file, letters: try acts.store.letters(of: acts.file.id, read),
          messages: messages, people: try acts.people(read),
          mayWord: CasePolicy.allows(.wording, visit.actor),
          state: FormState(values: visit.request.query, refusal: refusal)), acts.file.subject
      )
    }
    visit.shows("casework.letters-read", subject)
    return page("Letters", reference, refusal) { CaseLettersPage(model: model) }
  }

  /// The letter with its fields filled in; or, once something was typed, that with how it reads.
  private func write(
    _ reference: Reference, _ kind: CaseLetterKind, _ person: ID<CasePerson>?,
    refusal: Refusal? = nil, seen: CaseLetterDraft? = nil
  ) throws -> Response {
    let (model, subject) = try visit.read { read in
      let acts = try acts(reference, read)
      let beginning = try acts.begin(kind, to: person, version: version, read)
      let context = try acts.context(beginning, from: visit.frame.partnership, read)
      let typed = isForm ? form : Fields(try values(beginning, context))
      return (
        CaseLetterModel(
          file: acts.file, beginning: beginning, seen: seen,
          routes: CaseLetterForm.routes.map { ($0, visit.services.outbox.carrier(of: $0)?.name) },
          partnership: visit.frame.partnership, today: London.day(visit.now),
          state: FormState(values: typed, refusal: refusal), csrf: visit.frame.csrf),
        acts.file.subject
      )
    }
    visit.shows("casework.letter-begun", subject, ["kind": kind.rawValue])
    return page("Write a letter", reference, refusal, isBelow: true) {
      WriteLetterPage(model: model)
    }
  }

  private func values(
    _ beginning: CaseLetterActs.Beginning, _ context: CaseLetterContext
  ) throws -> [(String, String)] {
    try CaseLetterForm.values(beginning.wording, context, beginning.reach)
  }

  private var version: Int? { isForm ? form["version"].flatMap { Int($0) } : nil }

  /// Shows how the letter reads, or keeps it.
  private func keep(
    _ reference: Reference, _ kind: CaseLetterKind, _ person: ID<CasePerson>?
  ) throws -> Response {
    do {
      guard form["step"] == "keep" else {
        let draft = try visit.read { read in
          try typed(acts(reference, read).begin(kind, to: person, version: version, read))
        }
        return try write(reference, kind, person, seen: draft)
      }
      let id = try visit.write { write in
        let acts = try acts(reference, write)
        let beginning = try acts.begin(kind, to: person, version: version, write)
        return try acts.keep(typed(beginning), beginning.reach, in: write)
      }
      return visit.redirect(
        to: CaseLetterRoute.letter(reference, id).path, saying: "The letter is kept")
    } catch let refusal as Refusal where !refusal.entries.contains(where: { $0.field == "to" }) {
      return try write(reference, kind, person, refusal: refusal)
    }
  }

  private func typed(_ beginning: CaseLetterActs.Beginning) throws -> CaseLetterDraft {
    try CaseLetterForm(
      form, beginning.person, beginning.kind, beginning.wording, beginning.reach
    ).draft
  }

  private func show(_ reference: Reference, _ id: ID<CaseLetter>) throws -> Response {
    let model = try visit.read { read in
      let acts = try acts(reference, read)
      guard let letter = try acts.store.find(id, of: acts.file.id, read) else {
        throw CaseProblem.notFound
      }
      return KeptLetterModel(
        file: acts.file, letter: letter,
        message: try visit.services.outbox.find(letter.message, in: read),
        part: try acts.people(read).first { $0.id == letter.person }?.part,
        author: try letter.madeBy.flatMap { try visit.services.people.name(of: $0, in: read) },
        partnership: visit.frame.partnership, formats: press.formats)
    }
    visit.shows("casework.letter-read", model.file.subject, ["letter": id.description])
    return page(model.letter.kind.title, reference, nil, isBelow: true) {
      KeptLetterPage(model: model)
    }
  }

  /// The letter as a file; that it was saved is on record before it is sent.
  private func print(
    _ reference: Reference, _ id: ID<CaseLetter>, _ format: PrintFormat
  ) throws -> Response {
    let (file, letter) = try visit.read { read in
      let acts = try acts(reference, read)
      return (acts.file, try acts.store.find(id, of: acts.file.id, read))
    }
    guard let letter else { throw CaseProblem.notFound }
    let response = try press.print(
      letter.printed(file, from: visit.frame.partnership), as: format,
      name: "\(reference)-letter-\(id)")
    visit.shows(
      "casework.letter-printed", file.subject,
      ["letter": id.description, "format": format.rawValue])
    return response
  }

  // Parts

  private func acts(_ reference: Reference, _ read: Read) throws -> CaseLetterActs {
    guard let file = try CaseStore(visit.services).find(reference, read) else {
      throw CaseProblem.notFound
    }
    return CaseLetterActs(
      services: visit.services, account: visit.actor.account, now: visit.now, file: file)
  }

  private func page(
    _ title: String, _ reference: Reference, _ refusal: Refusal?, isBelow: Bool = false,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let above = isBelow ? [Crumb("Letters", CaseLetterRoute.list(reference).path)] : []
    let page = Page(
      frame: visit.frame, title: "\(title), case \(reference)",
      crumbs: [Crumb("Case \(reference)", WorkRoute.file(reference).path)] + above,
      refusal: refusal
    ) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}
