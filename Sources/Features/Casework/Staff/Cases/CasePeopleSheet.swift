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
        TakeOverForm(model: model)
        let state = model.state(of: .person)
        Disclosure("Add somebody", isOpen: model.isOpen(.person)) {
          CaseForm(model, .person) {
            RadioField(
              "part", legend: "What are they in this case?",
              choices: CasePart.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextField("name", label: "Name", in: state, autocomplete: "off")
            CheckboxField(
              "described", label: "Their name is not known: this says what they look like",
              in: state)
            TextField(
              "other-names", label: "Earlier or other names",
              hint: "Such as before a marriage. They are found by these too.", in: state,
              autocomplete: "off")
            DateField("born", legend: "Date of birth, if it is known", in: state)
            TextField(
              "person-contact", label: "Address, telephone or email", in: state,
              autocomplete: "off")
            TextField("safety", label: "When and how is it safe to reach them?", in: state)
            TextArea("person-notes", label: "What else to know", in: state, rows: 3)
            SubmitButton("Add them", style: .line)
          }
        }
        CaseNamesForm(model: model)
      }
    }
  }
}

struct PeopleTable: HTML {
  let people: [CasePerson]

  var body: some HTML {
    DataTable(
      caption: "People", hidesCaption: true,
      columns: [.text("Name"), .text("Part"), .text("Reach them"), .text("Notes")],
      rows: people.map { person in
        let content = person.content.reveal(for: "page of the case")
        return [
          .html { PersonName(content: content) }, .text(person.part.title),
          .text(content.contact.isEmpty ? "Not known" : content.contact),
          .text(content.notes.isEmpty ? "None" : content.notes),
        ]
      }, empty: "Nobody yet.")
  }
}

/// A name with the others somebody is known by, and when they were born.
private struct PersonName: HTML {
  let content: CasePerson.Content

  var body: some HTML {
    let others = content.otherNames.map { "also \($0)" }
    let born = content.born.flatMap { Day($0) }.map { "born \($0.words)" }
    let looks = content.isDescribed == true ? "their name is not known" : nil
    let notes = [looks, others, born].compactMap(\.self).joined(separator: ", ")
    content.name
    if !notes.isEmpty {
      br()
      span(.class("small quiet")) { notes.prefix(1).uppercased() + notes.dropFirst() }
    }
  }
}
