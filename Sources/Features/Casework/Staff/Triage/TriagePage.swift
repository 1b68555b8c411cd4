internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Messages

/// What the page of a decision shows.
struct TriageModel {
  let details: ReportDetails
  /// The standard of the day it was received.
  let standard: CaseStandard
  /// Whether the caller is a repeat caller, by the rule; `nil` until one is chosen.
  let mark: (rule: RepeatRule, mark: RepeatMark?)?
  let links: [ReportLink]
  /// The cases with the vehicle the report names.
  let vehicles: [CaseFile]
  let markers: MarkerModel
  /// What was decided; `nil` before.
  let decided: DecidedReport?
  let state: FormState
  let preview: Preview?
  /// What was posted.
  let typed: Fields
  let now: Instant
  let csrf: String

  var report: Report { details.report }

  /// The open cases of the reports that may belong with it, each once.
  var openCases: [Reference] {
    links.compactMap { $0.caseState == .closed ? nil : $0.caseReference }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

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
    Handling(note: "That you opened this report is recorded with your name.")
    MarkerNotices(model: model.markers)
    PageHead(report.kind.title, kicker: "Decide about \(report.reference)") {
      LinkButton("All that was told", to: ReportsRoute.report(report.reference).path)
    }
    Facts(
      [
        Fact("Received", London.words(report.receivedAt), note: "It came \(report.channel.words)")
      ] + report.acknowledgedFact + [
        Fact("Begin by", London.words(report.dueAt), note: report.priority.code),
        Fact("Reporter", report.identity.title),
        Fact("Where", report.place?.name ?? "In words only"),
        Fact("State", report.state.title),
      ])
    if report.isFlagged {
      Notice(.bad) {
        p { strong { "This report is flagged: act on what it warns of first." } }
      }
    }
    RepeatNotice(mark: model.mark)
    SafetyNotice(details: model.details)
    Sheet("What was told", mark: .river) { SummaryList(ReportRows.story(model.details)) }
    if !model.details.subject.reveal(for: "deciding about the report").isEmpty {
      Sheet("Who is said to do it") { SummaryList(ReportRows.subject(model.details)) }
    }
    LinkSheet(links: model.links, vehicles: model.vehicles)
    if let decided = model.decided {
      DecidedSheet(decided: decided)
      TypedWords(model.typed)
    } else if report.state == .new {
      if let preview = model.preview { LetterSheet(model: model, preview: preview) }
      DecisionSheet(model: model)
      AcknowledgeSheet(model: model)
    } else {
      Notice { p { "The reporter withdrew this report: there is nothing to decide." } }
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
            let due = London.day(model.standard.begin(priority, from: model.report.receivedAt))
              .weekdayWords
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
        if !model.openCases.isEmpty {
          SelectField(
            "linked", label: "Or the case it joins",
            choices: model.openCases.map { Choice($0.description, $0.description) },
            hint: "Open cases of the reports above.", empty: "None of them", in: model.state)
        }
        TextField(
          "joins", label: model.openCases.isEmpty ? "Or the case it joins" : "Or another case",
          hint: "The reference of an open case.", in: model.state, width: .w20,
          autocomplete: "off")
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
        for name in TriageForm.fields {
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
