internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What happened in a case, the latest first, and where to write more.
struct CaseStorySheet: HTML {
  /// How many entries stand unfolded.
  private static let shown = 8

  let model: CaseModel

  var body: some HTML {
    Sheet("Story", id: "story", mark: .thread) {
      if model.file.state != .closed {
        let contact = model.state(of: .contact, draft.map { [("told", $0)] } ?? [])
        Disclosure("Record a contact", isOpen: model.isOpen(.contact)) {
          CaseForm(model, .contact) {
            TextField(
              "with", label: "Who, and how",
              hint: "Such as “Complainant, by telephone”. The first contact begins the work.",
              in: contact)
            TextArea("said", label: "What was said", in: contact, rows: 3)
            CheckboxField(
              "interview", label: "This was an interview of who complained",
              hint: "What happened, how it affects them and what they want was talked through.",
              in: contact)
            TextArea(
              "told", label: "What those who reported it read beside their report",
              hint: draft == nil
                ? "Leave it empty to tell them nothing here."
                : "A draft for the first contact: change it, or empty it to tell them nothing here.",
              in: contact, rows: 3)
            SubmitButton("Record the contact", style: .line)
          }
        }
        let note = model.state(of: .note)
        Disclosure("Write a note", isOpen: model.isOpen(.note)) {
          CaseForm(model, .note) {
            RadioField(
              "kind", legend: "What is it?",
              choices: [
                Choice("fact", "A fact", hint: "Seen, measured, or on paper."),
                Choice("opinion", "An opinion", hint: "What somebody thinks."),
              ], in: note)
            TextArea("note", label: "Note", in: note, rows: 4)
            CheckboxField(
              "kept", label: "Only for us",
              hint: "Organisations that are parties to the case do not read it.", in: note)
            SubmitButton("Keep the note", style: .line)
          }
        }
      }
      Timeline(model.story.prefix(Self.shown).map(line))
      let earlier = model.story.dropFirst(Self.shown)
      if !earlier.isEmpty {
        details(.class("printed")) {
          summary { earlier.count == 1 ? "1 earlier entry" : "\(earlier.count) earlier entries" }
          Timeline(earlier.map(line))
        }
      }
      if model.entries.count == CasePartStore.most {
        p { "Only the latest \(CasePartStore.most) entries of the case are shown." }
      }
    }
  }

  /// What those who reported may be told with the first contact.
  private var draft: String? {
    guard model.file.startedAt == nil, !model.reports.isEmpty else { return nil }
    let next = model.standard.update(from: model.now)
    return "We have begun to work on your report. We tell you how it stands by "
      + "\(London.day(next).words)."
  }

  private func line(_ line: StoryLine) -> TimelineEntry {
    let words = line.words.reveal(for: "page of the case")
    let beside = line.reports.map { "report \($0)" }.joined(separator: ", ")
    return TimelineEntry(
      line.title, line.isHappening ? .happened : .done,
      meta: [London.words(line.at), who(line), beside].filter { !$0.isEmpty }
        .joined(separator: ", "),
      text: words.isEmpty ? nil : words)
  }

  private func who(_ line: StoryLine) -> String {
    switch line.author {
    case .entry(let entry): model.author(of: entry) + model.partners.keptWords(entry.id)
    case .account(let account): model.names[account] ?? "Somebody who worked on it"
    case .reporter: "who reported it"
    case .program: "by the program"
    }
  }
}
