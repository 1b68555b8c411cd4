internal import Design
internal import Kernel
internal import Markup

/// The people of a case: those who suffer, and apart from them those complained of.
struct CasePeopleSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("People", id: "people") {
      h3 { "Those who suffer or tell of it" }
      PeopleTable(people: model.people)
      h3 { "Those complained of" }
      p(.class("quiet")) {
        "What is said of them is a claim until a fact in the story bears it out."
      }
      PeopleTable(people: model.subjects)
      if model.file.state != .closed {
        let state = model.state(of: .person)
        Disclosure("Add somebody", isOpen: model.isOpen(.person)) {
          CaseForm(model, .person) {
            RadioField(
              "part", legend: "What are they in this case?",
              choices: CasePart.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextField("name", label: "Name", in: state, autocomplete: "off")
            TextField(
              "person-contact", label: "Address, telephone or email", in: state,
              autocomplete: "off")
            TextField("safety", label: "When and how is it safe to reach them?", in: state)
            TextArea("person-notes", label: "What else to know", in: state, rows: 3)
            SubmitButton("Add them", style: .line)
          }
        }
      }
    }
  }
}

private struct PeopleTable: HTML {
  let people: [CasePerson]

  var body: some HTML {
    DataTable(
      caption: "People", hidesCaption: true,
      columns: [.text("Name"), .text("Part"), .text("Reach them"), .text("Notes")],
      rows: people.map { person in
        let content = person.content.reveal(for: "page of the case")
        return [
          .text(content.name), .text(person.part.title),
          .text(content.contact.isEmpty ? "Not known" : content.contact),
          .text(content.notes.isEmpty ? "None" : content.notes),
        ]
      }, empty: "Nobody yet.")
  }
}
