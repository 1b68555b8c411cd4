internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// One case: how it stands, what is to be done, what happened, who is in it, who has looked.
struct CasePage: HTML {
  let model: CaseModel

  private var file: CaseFile { model.file }

  var body: some HTML {
    Handling(note: "That you opened this case is recorded with your name.")
    MarkerNotices(model: model.markers)
    PageHead(file.title, kicker: "\(file.reference), opened \(London.day(file.openedAt).words)") {
      CaseForm(model, model.isWatched ? .unwatch : .watch) {
        SubmitButton(model.isWatched ? "Watch no longer" : "Watch this case", style: .line)
      }
    }
    TakerNotice(model: model)
    if let carried = model.carried {
      p(.class("quiet")) {
        "Brought along from \(carried.system), where it was \(carried.written), on "
        "\(London.day(carried.carriedAt).words). Clocks that had no day there run from then."
      }
    }
    Facts([
      Fact(
        "State", file.standing, note: file.lead.map { "Led by \(model.agency($0))" } ?? whose),
      Fact("Next", nextWords, note: model.file.due.map { ClockWords.left($0, at: model.now) }),
      Fact("Begun", begun, note: "\(file.priority.code): by \(London.words(file.startDue))"),
      CaseRiskFact(model: model.risk).fact,
      Fact("Where", file.placeName ?? "In words only"),
    ])
    for person in model.people where !person.content.reveal(for: "safe contact").safety.isEmpty {
      let content = person.content.reveal(for: "safe contact")
      Notice(.warn) {
        p {
          strong { "Before you contact \(content.name): " }
          content.safety
        }
      }
    }
    AnswersNotice(model: model)
    nav(.class("jump"), .aria("label", "On this page")) {
      a(.href("#risk")) { "Risk" }
      a(.href("#actions")) { "Actions" }
      a(.href("#referrals")) { "Referrals" }
      a(.href("#story")) { "Story" }
      a(.href("#people")) { "People" }
      a(.href("#where")) { "Places and vehicles" }
      a(.href("#visiting")) { "Visiting risk" }
      a(.href("#evidence")) { "Evidence" }
      a(.href("#reports")) { "Reports" }
      a(.href("#parties")) { "Organisations" }
      a(.href("#ties")) { "Joined and parted" }
      if model.checked != nil { a(.href("#procedure")) { "Procedure" } }
      a(.href("#words")) { "Words and tags" }
      a(.href("#seen")) { "Who has looked" }
    }
    CaseRiskSheet(model: model.risk)
    CaseActionsSheet(model: model)
    ReferralSheet(model: model)
    CaseStorySheet(model: model)
    CasePeopleSheet(model: model)
    SupportSheet(model: model)
    KnownSheet(model: model)
    WhereSheet(model: model)
    MarkerSheet(model: model)
    EvidenceSheet(
      files: model.evidence,
      add: file.state == .closed ? nil : EvidenceRoute.add(file.reference).path)
    CaseReportsSheet(model: model)
    CasePartiesSheet(model: model)
    TieSheet(model: model)
    ProcedureSheet(checked: model.checked)
    CaseRunningSheet(model: model)
    Sheet("Words and tags", id: "words") {
      CaseSearchForm(reference: file.reference, csrf: model.csrf)
      CaseTagsForm(model: model)
    }
    Sheet("Who has looked", id: "seen") {
      DataTable(
        caption: "The latest first", columns: [.text("Who"), .text("When"), .text("What")],
        rows: model.readers.map { [.text($0.name), .text(London.words($0.at)), .text($0.action)] },
        empty: "Nobody before you.")
    }
  }

  private var whose: String {
    guard let owner = model.owner else { return "Nobody’s yet" }
    return model.cover.map { "\(owner), covered by \($0) today" } ?? owner
  }

  private var nextWords: String {
    switch file.state {
    case .open: model.clocks.next.step.title
    case .paused: "Clocks stopped"
    case .closed: "Nothing"
    }
  }

  private var begun: String {
    switch model.clocks.isInTime(at: model.now) {
    case true: "In time"
    case false: file.startedAt == nil ? "Overdue" : "Late"
    case nil: "Not yet"
    }
  }
}

private struct CaseStorySheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Story", id: "story", mark: .thread) {
      if model.file.state != .closed {
        let contact = model.state(of: .contact)
        Disclosure("Record a contact", isOpen: model.isOpen(.contact)) {
          CaseForm(model, .contact) {
            TextField(
              "with", label: "Who, and how",
              hint: "Such as “Complainant, by telephone”. The first contact begins the work.",
              in: contact)
            TextArea("said", label: "What was said", in: contact, rows: 3)
            TextArea(
              "told", label: "What those who reported it read beside their report",
              hint: "Leave it empty to tell them nothing here.", in: contact, rows: 3)
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
      Timeline(model.entries.map(entry))
    }
  }

  private func entry(_ entry: CaseEntry) -> TimelineEntry {
    let who = model.author(of: entry)
    let words = entry.words.reveal(for: "page of the case")
    return TimelineEntry(
      entry.kind.title, entry.kind.isHappening ? .happened : .done,
      meta: "\(London.words(entry.at)), \(who)\(model.partners.keptWords(entry.id))",
      text: words.isEmpty ? nil : words)
  }
}

private struct CaseReportsSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Reports", id: "reports") {
      DataTable(
        caption: "Reports", hidesCaption: true,
        columns: [.text("Reference"), .text("What"), .text("Where"), .text("Received")],
        rows: model.reports.map { report in
          [
            .link(report.reference.description, to: ReportsRoute.report(report.reference).path),
            .text(report.kind.title), .text(report.place?.name ?? "In words only"),
            .text(London.words(report.receivedAt)),
          ]
        })
    }
  }
}
