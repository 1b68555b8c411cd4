internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The tags of a case and the form that changes them.
struct CaseTagsForm: HTML {
  let model: CaseModel

  var body: some HTML {
    let tags = model.tags.joined(separator: ", ")
    if model.file.state == .closed {
      if !tags.isEmpty { p(.class("quiet")) { "Tags: \(tags)" } }
    } else {
      Disclosure(tags.isEmpty ? "Tags" : "Tags: \(tags)", isOpen: model.isOpen(.tags)) {
        CaseForm(model, .tags) {
          input(.type(.hidden), .name("tags-were"), .value(tags))
          TextField(
            "tags", label: "Words the case is found by",
            hint: "Parted by commas. No names: they are kept in the clear.",
            in: model.state(of: .tags, [("tags", tags)]))
          SubmitButton("Save the tags", style: .line)
        }
      }
    }
  }
}

/// The form that gives somebody another name, or a date of birth; the name they had stays among the others.
struct CaseNamesForm: HTML {
  let model: CaseModel

  var body: some HTML {
    let people = model.people + model.subjects
    if !people.isEmpty {
      let state = model.state(of: .names, [("name-is", PersonNaming.now.rawValue)])
      Disclosure("Change a name or date of birth", isOpen: model.isOpen(.names)) {
        CaseForm(model, .names) {
          SelectField(
            "named", label: "Who",
            choices: people.map { person in
              let name = person.content.reveal(for: "page of the case").name
              return Choice(person.id.description, "\(name), \(person.part.title.lowercased())")
            }, empty: "Choose somebody", in: state)
          TextField("new-name", label: "Name", in: state, autocomplete: "off")
          RadioField(
            "name-is", legend: "What is this name?",
            choices: PersonNaming.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
          DateField("new-born", legend: "Date of birth, if it is known", in: state)
          SubmitButton("Save", style: .line)
        }
      }
    }
  }
}

/// What a further name is.
enum PersonNaming: String, CaseIterable, Sendable {
  case now
  case also

  var title: String {
    switch self {
    case .now: "What they are called now; they stay findable by the name before"
    case .also: "Another name they have or had"
    }
  }
}
