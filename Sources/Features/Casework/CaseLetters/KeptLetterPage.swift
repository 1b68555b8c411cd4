internal import Design
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// What the page of a kept letter shows.
struct KeptLetterModel {
  let file: CaseFile
  let letter: CaseLetter
  /// It in the outbox; `nil` where it is there no longer.
  let message: MessageRecord?
  let part: CasePart?
  let author: Sensitive<String>?
  let partnership: String
  let formats: [PrintFormat]
}

/// A kept letter, to be read and saved.
struct KeptLetterPage: HTML {
  let model: KeptLetterModel

  private var letter: CaseLetter { model.letter }

  var body: some HTML {
    Handling(note: "That you opened this letter is recorded with your name.")
    PageHead(letter.kind.title, kicker: "A letter, case \(model.file.reference)")
    Facts([
      Fact("State", note: note) { LetterState(message: model.message) },
      Fact("To", letter.content.reveal(for: "page of a letter").name, note: model.part?.title),
      Fact("Way", letter.route == .letter ? "On paper" : letter.route.title),
      Fact(
        "Written", London.words(letter.madeAt),
        note: model.author?.reveal(for: "page of a letter")),
      Fact("Wording", "Version \(letter.version)"),
    ])
    Sheet("The letter", mark: .thread) {
      LetterText(
        letter.content.reveal(for: "page of a letter"), of: model.file, by: letter.route,
        from: model.partnership, on: London.day(letter.madeAt))
      if !model.formats.isEmpty {
        p(.class("row no-print")) {
          for format in model.formats {
            LinkButton(
              "Save as \(format.title)",
              to: CaseLetterRoute.file(model.file.reference, letter.id, format).path)
          }
        }
      }
    }
  }

  private var note: String? {
    guard let message = model.message else { return nil }
    switch message.state {
    case .byHand where message.route == .letter:
      return "It waits in the outbox, where it is printed and marked as posted."
    case .done, .sent: return London.words(message.changed)
    default: return message.reason.isEmpty ? nil : message.reason
    }
  }
}
