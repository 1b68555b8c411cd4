internal import Design
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// A letter as it would be kept: to whom, by which wording and way, and its words.
struct CaseLetterDraft {
  let person: CasePerson
  let kind: CaseLetterKind
  let wording: DatedWording
  let route: MessageRoute
  let content: CaseLetter.Content
}

/// The form that writes a letter: the way it goes, where to, and its words as they were changed.
struct CaseLetterForm {
  /// The ways a letter goes.
  static let routes: [MessageRoute] = [.letter, .email]
  static let limit = 8000

  let draft: CaseLetterDraft

  init(
    _ fields: Fields, _ person: CasePerson, _ kind: CaseLetterKind, _ wording: DatedWording,
    _ reach: LetterReach
  ) throws(Refusal) {
    var form = FormReader(fields)
    let route = Self.routes.first { $0.rawValue == fields["way"] }
    if route == nil { form.refuse("way", "Choose how the letter goes") }
    let mailbox = form.optionalText("mailbox") ?? ""
    let address = form.optionalText("address", limit: 500) ?? ""
    if route == .email, !ReporterForm.isEmail(mailbox) {
      form.refuse("mailbox", "Enter the email address it goes to")
    }
    if route == .letter, address.isEmpty {
      form.refuse("address", "Enter the name and the address; the name alone if you hand it over")
    }
    let words = form.text("words", or: "Enter what the letter says", limit: Self.limit)
    if words.contains("((") {
      form.refuse("words", "Fill in or take out what stands in double brackets")
    }
    if let route, reach.needsCare(by: route), !form.ticked("safe") {
      form.refuse("safe", "Read when and how it is safe, and say that this letter keeps to it")
    }
    try form.finish()
    guard let route else { throw Refusal("way", "Choose how the letter goes") }
    let name = person.content.reveal(for: "a letter to somebody in a case").name
    draft = CaseLetterDraft(
      person: person, kind: kind, wording: wording, route: route,
      content: CaseLetter.Content(
        name: name, address: route == .email ? mailbox : address, heading: wording.heading,
        words: words))
  }

  /// What the form shows before anything was typed.
  static func values(
    _ wording: DatedWording, _ context: CaseLetterContext, _ reach: LetterReach
  ) throws -> [(String, String)] {
    [
      ("version", String(wording.version)), ("way", reach.route.rawValue),
      ("mailbox", reach.mailbox),
      ("address", ([reach.name] + reach.lines).filter { !$0.isEmpty }.joined(separator: "\n")),
      ("words", try wording.words(context.values)),
    ]
  }
}
