internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages

/// What the page of a decision shows.
struct TriageModel {
  let details: ReportDetails
  /// Whether the caller is a repeat caller, by the rule; `nil` until one is chosen.
  let mark: (rule: RepeatRule, mark: RepeatMark?)?
  let links: [ReportLink]
  /// The cases with the vehicle the report names.
  let vehicles: [CaseFile]
  let markers: MarkerModel
  /// The case it belongs to, once that was decided.
  let file: CaseFile?
  let state: FormState
  let preview: Preview?
  let csrf: String

  var report: Report { details.report }

  /// The letter as it would be sent.
  struct Preview {
    let words: Sensitive<String>
    /// The way it goes; `nil` where the reporter left none.
    let way: MessageRoute?
    let hold: String?
    /// Whether a machine takes it.
    let hasCarrier: Bool
  }
}

/// Deciding about a report: what was told, what may belong with it, the decision, the letter.
struct TriagePage: HTML {
  let model: TriageModel

  private var report: Report { model.report }

  var body: some HTML {
    let story = model.details.story.reveal(for: "deciding about the report")
    Handling(note: "That you opened this report is recorded with your name.")
    MarkerNotices(model: model.markers)
    PageHead(report.kind.title, kicker: "Decide about \(report.reference)") {
      LinkButton("All that was told", to: ReportsRoute.report(report.reference).path)
    }
    Facts([
      Fact("Received", London.words(report.receivedAt), note: "It came \(report.channel.words)"),
      Fact("Begin by", London.words(report.dueAt), note: report.priority.code),
      Fact("Where", report.place?.name ?? "In words only"),
      Fact("State", report.state.title),
    ])
    if report.isFlagged {
      Notice(.bad) {
        p { strong { "This report is flagged: act on what it warns of first." } }
      }
    }
    RepeatNotice(mark: model.mark)
    Sheet("What was told", mark: .river) {
      p(.class("prewrap")) { story.narrative.isEmpty ? "Nothing in words." : story.narrative }
      if !story.effect.isEmpty { p { "Effect: \(story.effect)" } }
      ul {
        for occasion in model.details.occasions { li { occasion.words } }
      }
    }
    LinkSheet(links: model.links, vehicles: model.vehicles)
    if report.state == .new {
      if let preview = model.preview { LetterSheet(model: model, preview: preview) }
      DecisionSheet(model: model)
    } else {
      Notice {
        p { "Somebody has decided about this report." }
        if let file = model.file {
          p { a(.href(WorkRoute.file(file.reference).path)) { "Open case \(file.reference)" } }
        }
      }
    }
  }
}

private struct LinkSheet: HTML {
  let links: [ReportLink]
  let vehicles: [CaseFile]

  var body: some HTML {
    Sheet("Reports that may belong with it") {
      p(.class("quiet")) {
        "Within \(ReportLinks.metres) metres or of the same contact, in the half year before. Nothing "
        "is merged unless you join it to a case below."
      }
      DataTable(
        caption: "Possible links", hidesCaption: true,
        columns: [.text("Report"), .text("What"), .text("Why"), .text("Case")],
        rows: links.map { link in
          [
            .link(
              link.report.reference.description, to: WorkRoute.triage(link.report.reference).path),
            .text(link.report.kind.title), .text(link.words),
            .html {
              if let reference = link.caseReference {
                a(.href(WorkRoute.file(reference).path)) { reference.description }
              } else {
                "None"
              }
            },
          ]
        }, empty: "There are none.")
      if !vehicles.isEmpty {
        p {
          strong { "Cases with the vehicle this report names: " }
          for file in vehicles {
            a(.href(WorkRoute.file(file.reference).path)) { "\(file.reference), \(file.title)" }
            " (\(file.state.title.lowercased())) "
          }
        }
      }
    }
  }
}

private struct DecisionSheet: HTML {
  let model: TriageModel

  var body: some HTML {
    Sheet("Decide") {
      PostForm(to: WorkRoute.triage(model.report.reference).path, csrf: model.csrf) {
        RadioField(
          "decision", legend: "What is it?",
          choices: TriageDecision.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
        TextArea(
          "reason", label: "Why", hint: "Kept with the report; the reporter is not sent it.",
          in: model.state, rows: 3)
        RadioField(
          "priority", legend: "Priority",
          choices: Priority.allCases.map { priority in
            let due = London.day(priority.due(from: model.report.receivedAt)).weekdayWords
            return Choice(
              String(priority.rawValue), priority.code, hint: "Begin by 5pm on \(due)")
          },
          hint:
            "Rule \(PriorityRule.version) gave it \(model.report.priority.code) by its answers.",
          in: model.state)
        TextField(
          "title", label: "Title of the case",
          hint: "For anti-social behaviour that opens a case. No names: lists show it.",
          in: model.state)
        TextField(
          "joins", label: "Or the case it joins", hint: "The reference of an open case.",
          in: model.state, width: .w20, autocomplete: "off")
        TextField(
          "service", label: "Who takes it",
          hint: "For a crime or another service, such as “the police, on 101”.", in: model.state)
        TextArea(
          "why", label: "What the reporter is told of why",
          hint: "Where nobody of the partnership can act.", in: model.state, rows: 3)
        SubmitButton("Show me the letter", style: .line, name: "step", value: "preview")
      }
    }
  }
}

private struct LetterSheet: HTML {
  let model: TriageModel
  let preview: TriageModel.Preview

  var body: some HTML {
    Sheet("The letter", mark: .thread) {
      p { way }
      div(.class("letter")) {
        for line in preview.words.reveal(for: "preview of the letter").split(separator: "\n") {
          p { String(line) }
        }
      }
      PostForm(to: WorkRoute.triage(model.report.reference).path, csrf: model.csrf) {
        for name in ["decision", "reason", "priority", "title", "joins", "service", "why"] {
          input(.type(.hidden), .name(name), .value(model.state.values[name] ?? ""))
        }
        SubmitButton("Decide and send", name: "step", value: "decide")
      }
      p(.class("quiet")) { "Or change something below and look again." }
    }
  }

  private var way: String {
    guard let way = preview.way else {
      return "The reporter left no way to be written to: they read it beside their report."
    }
    if let hold = preview.hold { return "\(way.title). It waits in the outbox. \(hold)." }
    return preview.hasCarrier
      ? "\(way.title). It goes at once."
      : "\(way.title). Nothing here sends these: it becomes a task in the outbox."
  }
}
