internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Those under 18 of a case, and the support that was offered to them.
struct SupportSheet: HTML {
  let model: CaseModel

  private var people: [CasePerson] { model.subjects + model.people }

  var body: some HTML {
    Sheet("Under 18", id: "support") {
      DataTable(
        caption: "Support", hidesCaption: true,
        columns: [.text("Who"), .number("Age"), .text("Offered"), .text("State")],
        rows: model.supports.map(row), empty: "Nobody of this case is known to be under 18.")
      if model.file.state != .closed, !people.isEmpty {
        let state = model.state(of: .support)
        Disclosure("Somebody is under 18, or was offered support", isOpen: model.isOpen(.support)) {
          CaseForm(model, .support) {
            SelectField(
              "young", label: "Who is under 18",
              choices: people.map { Choice($0.id.description, name($0)) },
              empty: "Choose a person", in: state)
            TextField("age", label: "Age in years", in: state, width: .w2, inputmode: "numeric")
            TextField(
              "offer", label: "What was offered", hint: "Leave it empty where nothing was yet.",
              in: state)
            SelectField(
              "offered-by", label: "Who offers it",
              choices: model.agencies.map { Choice($0.id.description, $0.name) },
              empty: "Nobody yet", in: state)
            DateField("offered", legend: "Day of the offer", in: state)
            SelectField(
              "offer-answer", label: "What they said",
              choices: ReferralAnswer.allCases.map { Choice($0.rawValue, $0.title) },
              empty: "No answer yet", in: state)
            TextField("offer-words", label: "What came of it", in: state)
            SubmitButton("Keep it", style: .line)
          }
        }
      }
    }
  }

  private func name(_ person: CasePerson) -> String {
    "\(person.content.reveal(for: "page of the case").name), \(person.part.title.lowercased())"
  }

  private func row(_ support: CaseSupport) -> DataTable.Row {
    let content = support.content.reveal(for: "page of the case")
    let agency = support.organisation.map(model.agency)
    return [
      .text(people.first { $0.id == support.person }.map(name) ?? "Somebody"),
      .text(String(support.age)),
      .text(
        content.offer.isEmpty
          ? "Nothing yet"
          : [content.offer, agency, support.offeredOn?.words].compactMap(\.self)
            .joined(separator: ", ")),
      .html {
        if let answer = support.answer {
          StateMark(answer == .accepted ? .good : .warn, answer.title)
        } else if support.isMissing {
          StateMark(.warn, "Offer support")
        } else {
          StateMark(.none, content.offer.isEmpty ? "No offer" : "No answer yet")
        }
        if !content.words.isEmpty {
          br()
          span(.class("small quiet")) { content.words }
        }
      },
    ]
  }
}
