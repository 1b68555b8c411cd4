internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages

/// What the page shows on which a letter is written.
struct CaseLetterModel {
  let file: CaseFile
  let beginning: CaseLetterActs.Beginning
  /// The letter as it was typed, to be seen before it is kept.
  let seen: CaseLetterDraft?
  /// The ways it can go, each with what takes it there, if anything does.
  let routes: [(route: MessageRoute, carrier: String?)]
  let partnership: String
  let today: Day
  let state: FormState
  let csrf: String

  var path: String {
    CaseLetterRoute.write(
      file.reference, kind: beginning.kind.rawValue, to: beginning.person.id
    ).path
  }
}

/// Writing a letter: what is safe, how it reads, and its words to be changed.
struct WriteLetterPage: HTML {
  let model: CaseLetterModel

  private var person: CasePerson { model.beginning.person }
  private var reach: LetterReach { model.beginning.reach }

  var body: some HTML {
    Handling(note: "That you opened this page is recorded with your name.")
    PageHead(model.beginning.kind.title, kicker: "A letter, case \(model.file.reference)")
    safety
    if let seen = model.seen { preview(seen) }
    Sheet(model.seen == nil ? "The letter" : "Change it", mark: .river) {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("version"), .value(model.state.values["version"] ?? ""))
        RadioField(
          "way", legend: "How it goes",
          choices: model.routes.map { route, carrier in
            Choice(route.rawValue, Self.title(route), hint: Self.hint(route, carrier))
          }, in: model.state)
        TextArea(
          "address", label: "Name and address", hint: "A line each, as on an envelope.",
          in: model.state, rows: 5)
        TextField("mailbox", label: "Email address", in: model.state, autocomplete: "off")
        TextArea(
          "words", label: "What it says", hint: "Each line is a paragraph.", in: model.state,
          rows: 16)
        if asksCare {
          CheckboxField(
            "safe", label: "I have read when and how it is safe, and this letter keeps to it",
            hint: "Needed where they said so, or it goes another way than they chose.",
            in: model.state)
        }
        SubmitButton("Show me the letter", name: "step", value: "see")
      }
    }
  }

  private var asksCare: Bool { model.routes.contains { reach.needsCare(by: $0.route) } }

  @HTMLBuilder private var safety: some HTML {
    let name = person.content.reveal(for: "writing a letter").name
    if asksCare || reach.hold != nil {
      Notice(.warn) {
        p { strong { "Before you write to \(name)" } }
        for words in reach.safety { p(.class("prewrap")) { words } }
        if let chosen = reach.chosen { p { "The way they chose: \(chosen.title)." } }
        if let hold = reach.hold { p { "It waits in the outbox. \(hold)." } }
      }
    }
    if person.part == .subject {
      Notice {
        p { "This person is complained of. Write nothing that shows who told us of it." }
        if reach.name.isEmpty {
          p { "Their name is not known: what a reporter wrote of them is left out of the letter." }
        }
      }
    }
  }

  private func preview(_ draft: CaseLetterDraft) -> some HTML {
    Sheet("How it reads", mark: .thread) {
      LetterText(
        draft.content, of: model.file, by: draft.route, from: model.partnership, on: model.today)
      PostForm(to: model.path, csrf: model.csrf) {
        for name in ["version", "way", "address", "mailbox", "words", "safe"] {
          if let value = model.state.values[name] {
            input(.type(.hidden), .name(name), .value(value))
          }
        }
        SubmitButton("Keep it and send it", name: "step", value: "keep")
      }
      p(.class("quiet")) { "Or change it below and look again." }
    }
  }

  private static func title(_ route: MessageRoute) -> String {
    route == .letter ? "On paper" : route.title
  }

  private static func hint(_ route: MessageRoute, _ carrier: String?) -> String {
    switch (route, carrier) {
    case (.letter, nil): "It waits in the outbox until somebody prints and posts it."
    case (_, nil): "Nothing here sends these: it becomes a task in the outbox."
    case (_, let carrier?): "It goes at once, by \(carrier)."
    }
  }
}

/// A letter as it reads: on paper, or as the email it is.
struct LetterText: HTML {
  private let content: CaseLetter.Content
  private let file: CaseFile
  private let route: MessageRoute
  private let partnership: String
  private let day: Day

  init(
    _ content: CaseLetter.Content, of file: CaseFile, by route: MessageRoute,
    from partnership: String, on day: Day
  ) {
    self.content = content
    self.file = file
    self.route = route
    self.partnership = partnership
    self.day = day
  }

  var body: some HTML {
    div(.class("letter")) {
      if route == .email {
        p { "Email to \(content.address), subject “\(CaseLetter.subject(file))”" }
      } else {
        p { partnership }
        for line in content.address.split(whereSeparator: \.isNewline) { div { String(line) } }
        p { "\(day.words), our reference \(file.reference)" }
      }
      h3 { content.heading }
      for line in content.words.split(whereSeparator: \.isNewline) { p { String(line) } }
    }
  }
}
