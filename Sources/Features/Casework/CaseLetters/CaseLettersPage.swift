internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages

/// What the page of a case's letters shows.
struct CaseLettersModel {
  let file: CaseFile
  let letters: [CaseLetter]
  let messages: [ID<SentMessage>: MessageRecord]
  let people: [CasePerson]
  let mayWord: Bool
  let state: FormState
}

/// The letters of a case, and which one is written next.
struct CaseLettersPage: HTML {
  let model: CaseLettersModel

  private var reference: Reference { model.file.reference }

  var body: some HTML {
    Handling(note: "That you opened this page is recorded with your name.")
    PageHead(
      "Letters", kicker: "Case \(reference)",
      lede: "A letter is begun from a wording, changed, and kept; the outbox sends or prints it.")
    if !model.letters.isEmpty { CaseLettersTable(model.file, model.letters, model.messages) }
    if model.file.joinedInto != nil {
      p(.class("quiet")) { "It was joined to another case: write from that one." }
    } else if model.people.isEmpty {
      Notice { p { "Nobody is in the case yet. Add a person to it, then write to them." } }
    } else {
      begin
    }
    if model.mayWord {
      p { LinkButton("Wordings of letters", to: CaseLetterRoute.wordings.path) }
    }
  }

  private var begin: some HTML {
    Sheet("Write a letter", mark: .river) {
      FilterForm(to: CaseLetterRoute.list(reference).path + "/new") {
        SelectField(
          "to", label: "To whom",
          choices: model.people.map { person in
            let name = person.content.reveal(for: "choice of who is written to").name
            return Choice(person.id.description, "\(name), \(person.part.title.lowercased())")
          }, empty: "Choose somebody", in: model.state)
        SelectField(
          "kind", label: "Which letter",
          choices: CaseLetterKind.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose a letter", in: model.state)
        SubmitButton("Begin it")
      }
    }
  }
}

/// The letters of a case, each with how it stands.
struct CaseLettersTable: HTML {
  private let file: CaseFile
  private let letters: [CaseLetter]
  private let messages: [ID<SentMessage>: MessageRecord]

  init(_ file: CaseFile, _ letters: [CaseLetter], _ messages: [ID<SentMessage>: MessageRecord]) {
    (self.file, self.letters, self.messages) = (file, letters, messages)
  }

  var body: some HTML {
    Sheet("Letters", id: "letters") {
      DataTable(
        caption: "Letters", hidesCaption: true,
        columns: [.text("Letter"), .text("To"), .text("Written"), .text("State")],
        rows: letters.map { letter in
          [
            .link(
              letter.kind.title, to: CaseLetterRoute.letter(file.reference, letter.id).path),
            .text(letter.content.reveal(for: "list of letters").name),
            .text(London.day(letter.madeAt).words),
            .html { LetterState(message: messages[letter.message]) },
          ]
        }, empty: "Nobody was written to yet.")
    }
  }
}

/// How a letter stands in the outbox.
struct LetterState: HTML {
  let message: MessageRecord?

  var body: some HTML {
    switch message?.state {
    case nil: StateMark(.none, "Not in the outbox")
    case .byHand:
      StateMark(.warn, message?.route == .letter ? "To print and post" : "To send by hand")
    case .held: StateMark(.warn, "Held")
    case .done:
      StateMark(.good, message?.route == .letter ? "Posted" : "Sent by hand")
    case .sent: StateMark(.good, "Sent")
    case .failed: StateMark(.bad, "Not sent")
    case .uncertain: StateMark(.warn, "May have been sent")
    case .waiting, .sending: StateMark(.none, "On its way")
    case .cancelled: StateMark(.none, "Cancelled")
    }
  }
}

/// The way from a case to its letters.
struct CaseLettersSheet: HTML {
  let reference: Reference

  var body: some HTML {
    Sheet("Letters", id: "letters") {
      p(.class("quiet")) { "To anybody in the case, from a wording that you change." }
      p { LinkButton("Letters", to: CaseLetterRoute.list(reference).path) }
    }
  }
}
