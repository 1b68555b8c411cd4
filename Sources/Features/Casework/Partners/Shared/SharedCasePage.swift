internal import Design
internal import Kernel
internal import Markup

/// A case as an organisation that is a party to it sees it.
struct SharedCasePage: HTML {
  let model: SharedCaseModel

  private var file: CaseFile { model.file }

  var body: some HTML {
    let purpose = model.party.content.reveal(for: "page of a shared case").purpose
    Handling(note: "That you opened this case is recorded with your name.")
    PageHead(file.title, kicker: "\(file.reference), opened \(London.day(file.openedAt).words)")
    SharedWarningNotices(warnings: model.warnings)
    Facts([
      Fact("State", file.standing, note: file.priority.code),
      Fact(
        "Led by",
        file.lead.map { $0 == model.party.organisation ? "You" : model.agency($0) }
          ?? model.owner ?? "Nobody yet"),
      Fact("Where", file.placeName ?? "In words only"),
      Fact(
        "Yours until", model.party.lastDay?.words ?? "No last day set",
        note: model.others.isEmpty ? nil : "Also with \(model.others.joined(separator: ", "))"),
    ])
    Notice {
      p {
        strong { "Use it only for this: " }
        purpose
      }
      p(.class("small")) { PartyGroundWords(party: model.party, share: model.share) }
    }
    for person in model.people where !person.content.reveal(for: "safe contact").safety.isEmpty {
      let content = person.content.reveal(for: "safe contact")
      Notice(.warn) {
        p {
          strong { "Before you contact \(content.name): " }
          content.safety
        }
      }
    }
    SharedActionsSheet(model: model)
    SharedStorySheet(model: model)
    SharedPeopleSheet(model: model)
    RelatedSheet(related: model.related)
  }
}

private struct SharedActionsSheet: HTML {
  let model: SharedCaseModel

  var body: some HTML {
    Sheet("Actions", id: "actions", mark: .river) {
      DataTable(
        caption: "Actions", hidesCaption: true,
        columns: [.text("Action"), .text("Organisation"), .text("Due"), .text("State")],
        rows: model.actions.map(row), empty: "There are none.")
      if model.file.state != .closed, !model.own.isEmpty { AnswerFold(model: model) }
    }
  }

  private func row(_ action: CaseAction) -> DataTable.Row {
    let end = London.instant(action.due, minute: WorkingTime.endMinute)
    return [
      .text(action.task.reveal(for: "page of a shared case")),
      .text(model.agency(action.organisation)), .text(action.due.words),
      .html {
        if let done = action.doneAt {
          StateMark(.good, "Done \(London.day(done).words)")
        } else {
          StateMark(end < model.now ? .bad : .none, end < model.now ? "Overdue" : "To do")
        }
      },
    ]
  }
}

private struct AnswerFold: HTML {
  let model: SharedCaseModel

  var body: some HTML {
    let state = model.state(of: .answer)
    Disclosure("Answer an action", isOpen: model.isOpen(.answer)) {
      PostForm(to: SharedRoute.act(model.file.reference, .answer).path, csrf: model.csrf) {
        SelectField(
          "action", label: "Which action",
          choices: model.own.map {
            Choice($0.id.description, $0.task.reveal(for: "page of a shared case"))
          }, empty: model.own.count == 1 ? nil : "Choose an action", in: state)
        AnswerFields(state: state)
        SubmitButton("Send the answer", style: .line)
      }
    }
  }
}

private struct SharedStorySheet: HTML {
  let model: SharedCaseModel

  var body: some HTML {
    Sheet("Story", id: "story", mark: .thread) {
      if model.file.state != .closed {
        if model.file.lead == model.party.organisation { LeadContact(model: model) }
        let note = model.state(of: .note)
        Disclosure("Write a note", isOpen: model.isOpen(.note)) {
          PostForm(to: SharedRoute.act(model.file.reference, .note).path, csrf: model.csrf) {
            RadioField(
              "kind", legend: "What is it?",
              choices: [
                Choice("fact", "A fact", hint: "Seen, measured, or on paper."),
                Choice("opinion", "An opinion", hint: "What somebody thinks."),
              ], hint: "The lead and the other organisations that are parties read it.", in: note)
            TextArea("note", label: "Note", in: note, rows: 4)
            SubmitButton("Keep the note", style: .line)
          }
        }
      }
      Timeline(
        model.entries.map { entry in
          let words = entry.words.reveal(for: "page of a shared case")
          let who = model.author(of: entry)
          return TimelineEntry(
            entry.kind.title, entry.kind.isHappening ? .happened : .done,
            meta: [London.words(entry.at), who].filter { !$0.isEmpty }.joined(separator: ", "),
            text: words.isEmpty ? nil : words)
        })
    }
  }
}

private struct SharedPeopleSheet: HTML {
  let model: SharedCaseModel

  var body: some HTML {
    Sheet("People", id: "people") {
      if !model.sight.sufferers.isEmpty {
        h3 { "Those who suffer or tell of it" }
        PeopleTable(people: model.people)
      }
      h3 { "Those complained of" }
      p(.class("quiet")) {
        "What is said of them is a claim until a fact in the story bears it out."
      }
      PeopleTable(people: model.subjects)
    }
  }
}
