internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The registers of organisations: adding one, loading it, turning it on and off.
struct KnownSourcesSheet: HTML {
  let model: KnownPageModel

  var body: some HTML {
    Sheet("Registers", id: "registers") {
      DataTable(
        caption: "Registers", hidesCaption: true,
        columns: [.text("Register"), .text("People"), .text("Whom to speak to"), .text("State")],
        rows: model.sources.map(row), empty: "There are none, so nobody can be asked.")
      for source in model.sources {
        Disclosure("Load \(model.title(source.id))") {
          PostForm(to: KnownRoute.load(source.id).path, csrf: model.csrf, upload: true) {
            FileField(
              "list-\(source.id)", label: "List of people",
              hint:
                "CSV with the headings name,born and nothing else. Only keyed hashes are kept; the list takes "
                + "the place of the one before.", accept: ".csv", in: model.state)
            SubmitButton("Load the list", style: .line)
          }
        }
      }
    }
    Sheet("Add a register", id: "add") {
      PostForm(to: KnownRoute.add.path, csrf: model.csrf) {
        SelectField(
          "organisation", label: "Organisation that keeps it",
          choices: model.agencies.map { Choice($0.id.description, $0.name) },
          empty: "Choose an organisation", in: model.state)
        SelectField(
          "kind", label: "What it is a register of",
          choices: KnownKind.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose a kind", in: model.state)
        TextField(
          "contact", label: "Whom to speak to where somebody is known",
          hint: "A team and its telephone number.", in: model.state, autocomplete: "off")
        SubmitButton("Add it", style: .line)
      }
      p { "It is off until you turn it on." }
      p(.class("quiet")) {
        "Never asked, since it says too much that somebody is in one: "
        KnownKind.never.values.sorted().joined(separator: ", ")
        "."
      }
    }
  }

  private func row(_ source: KnownSource) -> DataTable.Row {
    [
      .text(model.title(source.id)),
      .html {
        NumberText.whole(source.people)
        if let loaded = source.loadedAt {
          br()
          span(.class("small quiet")) { London.day(loaded).words }
        }
      }, .text(source.contact.reveal(for: "page of registers")),
      .html {
        StateMark(source.isOn ? .good : .none, source.isOn ? "May be asked" : "Off")
        PostForm(to: KnownRoute.turn(source.id).path, csrf: model.csrf) {
          SubmitButton(
            source.isOn ? "Turn it off" : "Turn it on", style: .small, name: "to",
            value: source.isOn ? "off" : "on")
        }
      },
    ]
  }
}
