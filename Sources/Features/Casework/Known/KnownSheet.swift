internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What a case shows of other organisations that may know somebody of it.
struct KnownModel {
  let requests: [KnownRequest]
  let sources: [KnownSource]

  var isShown: Bool { !requests.isEmpty || sources.contains(where: \.isOn) }
}

/// Asking whether an organisation knows somebody; not there while no register is on.
struct KnownSheet: HTML {
  let model: CaseModel

  private var known: KnownModel { model.known }
  private var people: [CasePerson] { model.people + model.subjects }

  var body: some HTML {
    if known.isShown {
      Sheet("Also known to", id: "known") {
        DataTable(
          caption: "Asked of organisations", hidesCaption: true,
          columns: [.text("Who"), .text("Register"), .text("What for"), .text("Answer")],
          rows: known.requests.map(row), empty: "Nobody was asked.")
        if model.file.state != .closed, known.sources.contains(where: \.isOn), !people.isEmpty {
          ask
        }
      }
    }
  }

  private var ask: some HTML {
    let state = model.state(of: .knownAsk)
    return Disclosure("Ask whether somebody is known", isOpen: model.isOpen(.knownAsk)) {
      CaseForm(model, .knownAsk) {
        p(.class("quiet")) {
          "A manager decides about it. The answer says whether they are known and whom to speak to, nothing "
          "else. That you asked is recorded."
        }
        SelectField(
          "known-person", label: "Who may be known", choices: people.map(choice),
          empty: "Choose somebody", in: state)
        SelectField(
          "known-source", label: "To whom",
          choices: known.sources.filter(\.isOn).map { Choice($0.id.description, title($0)) },
          empty: "Choose a register", in: state)
        TextArea("known-purpose", label: "What the answer is needed for", in: state, rows: 3)
        SubmitButton("Ask", style: .line)
      }
    }
  }

  private func choice(_ person: CasePerson) -> Choice {
    Choice(person.id.description, person.content.reveal(for: "choice of a person").name)
  }

  private func title(_ source: KnownSource) -> String {
    "\(model.agency(source.organisation)): \(source.kind.title)"
  }

  private func row(_ request: KnownRequest) -> DataTable.Row {
    let person = people.first { $0.id == request.person }
    let source = known.sources.first { $0.id == request.source }
    let content = request.content.reveal(for: "page of the case")
    return [
      .text(person?.content.reveal(for: "page of the case").name ?? "Somebody"),
      .text(source.map(title) ?? "A register"), .text(content.purpose),
      .html {
        switch (request.state, request.isKnown) {
        case (.asked, _): StateMark(.none, "A manager decides")
        case (.refused, _): StateMark(.warn, "Refused: \(content.reason)")
        case (.approved, true?):
          StateMark(.good, "Known")
          if let source {
            " Speak to \(source.contact.reveal(for: "answer to an approved request"))"
          }
        case (.approved, _): StateMark(.none, "Not known")
        }
      },
    ]
  }
}
