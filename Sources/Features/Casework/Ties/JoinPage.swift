internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Two cases beside each other, what goes along and what stays, and the form that joins them.
struct JoinPage: HTML {
  let model: JoinModel

  private var file: CaseFile { model.whole.file }

  var body: some HTML {
    PageHead(
      "Join a case to another", kicker: "\(file.reference), \(file.title)",
      lede: "Where two cases are one, this one is closed and the other goes on.")
    Sheet("Which case goes on?") {
      FilterForm(to: TieRoute.join(file.reference, into: nil).path) {
        TextField(
          "into", label: "Its reference", hint: "Such as TM-7K42-0931.", in: model.state,
          width: .w20, autocomplete: "off")
        SubmitButton("Look at both", style: .line)
      }
      DataTable(
        caption: "Cases that may be the same",
        columns: [.text("Case"), .text("Title"), .text("Why it is listed")],
        rows: model.suggested.map { suggestion in
          let reference = suggestion.file.reference.description
          return [
            .link(reference, to: TieRoute.join(file.reference, into: reference).path),
            .text(suggestion.file.title), .text(suggestion.words),
          ]
        }, empty: "None is near in place or shares a contact or vehicle.")
    }
    if let into = model.into { JoinSheet(model: model, into: into) }
  }
}

private struct JoinSheet: HTML {
  let model: JoinModel
  let into: WholeCase

  private var whole: WholeCase { model.whole }

  var body: some HTML {
    Sheet("Both cases", mark: .river) {
      DataTable(
        caption: "Both cases", hidesCaption: true,
        columns: [.text("What"), .text("Is closed"), .text("Goes on")],
        rows: [
          row("Case") { $0.file.reference.description },
          row("Title") { $0.file.title },
          row("Where") { $0.file.placeName ?? "In words only" },
          row("Priority") { $0.file.priority.code },
          row("Opened") { London.day($0.file.openedAt).words },
          row("Reports") { NumberText.whole($0.reports.count) },
          row("People") { NumberText.whole($0.people.count) },
          row("Actions to do") { NumberText.whole($0.actions.count) },
          row("Read by") { parties in
            let names = model.names(parties.parties)
            return names.isEmpty ? "Nobody else" : names.joined(separator: ", ")
          },
        ])
      p {
        strong { "What goes along: " }
        "reports with their files, people, actions to do and links to them, referrals, support, risk "
        "assessments, visiting-risk markers, evidence, places, vehicles and tags. The more urgent "
        "priority and the sooner clock count."
      }
      p {
        strong { "What stays: " }
        "the story, actions that are done, and who the case was given to. It can be looked back at "
        "from the case that goes on. Its reference leads there. It is not opened again."
      }
    }
    Sheet("Join them") {
      PostForm(to: TieRoute.join(whole.file.reference, into: nil).path, csrf: model.csrf) {
        input(
          .type(.hidden), .name("into"), .value(into.file.reference.description))
        TextField("join-reason", label: "Why they are one case", in: model.state)
        TextArea(
          "join-told", label: "What else those who reported it are told",
          hint:
            "Beside their reports stands: “\(TieWords.joined)” Leave it empty to say no more.",
          in: model.state, rows: 3)
        if !whole.parties.isEmpty {
          CheckboxField(
            "given", legend: "Which organisations are given the case that goes on?",
            choices: whole.parties.map { party in
              let name = model.names([party]).first ?? "An organisation"
              return Choice(
                party.organisation.description, name,
                hint: party.content.reveal(for: "joining a case").purpose)
            },
            hint:
              "On the same ground and until the same day; they read what is written from now on. "
              + "The others keep what stays.", in: model.state)
        }
        if !into.parties.isEmpty {
          CheckboxField(
            "seen", label: "They may read what goes along",
            hint:
              "\(model.names(into.parties).joined(separator: ", ")): the people of this case too, "
              + "unless somebody who reported asked not to be named.", in: model.state)
        }
        SubmitButton("Join the cases", style: .bad)
      }
    }
  }

  private func row(_ name: String, _ value: (WholeCase) -> String) -> DataTable.Row {
    [.text(name), .text(value(whole)), .text(value(into))]
  }
}
