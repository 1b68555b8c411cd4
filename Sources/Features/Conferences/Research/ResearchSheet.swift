internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What each organisation was asked and found; before the meeting each reads its own alone.
struct ResearchSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("What each organisation found", id: "research") {
      if !model.seesAll {
        p(.class("quiet")) {
          "You read your own organisation's answer. The others are open to those who sign the "
          "statement once the meeting has begun."
        }
      }
      if model.research.isEmpty { p { "Nobody was asked yet." } }
      for research in model.research { ResearchCard(model: model, research: research) }
      if model.leads { asking }
    }
    if let research = model.answering { AnswerSheet(model: model, research: research) }
  }

  private var asking: some HTML {
    let asked = Set(
      model.research.filter { $0.isAsked(on: model.today) }.map(\.organisation))
    let state = model.act == .ask ? model.state : FormState(values: dueFields)
    return Disclosure("Ask organisations", isOpen: model.act == .ask) {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("act"), .value(CaseAct.ask.rawValue))
        CheckboxField(
          "asked", legend: "Whom to ask",
          choices: model.bodies.filter { !asked.contains($0.id) }
            .map { Choice($0.id.description, $0.name) }, in: state)
        DateField(
          "due", legend: "Day to answer by",
          hint: "\(model.kind.rules.researchDays) days before the meeting", in: state)
        SubmitButton("Ask them", style: .line)
      }
    }
  }

  private var dueFields: Fields { Fields(DateInput.fields("due", model.due)) }
}

private struct ResearchCard: HTML {
  let model: CaseModel
  let research: Research

  var body: some HTML {
    let content = research.content.reveal(for: "page of a case")
    h3 { model.names.body(research.organisation) }
    if let answer = research.answer, let at = research.answeredAt {
      p {
        StateMark(answer == .withheld ? .warn : .good, answer.title)
        span(.class("small quiet")) { " \(London.words(at))" }
      }
      part("Facts", content.facts)
      part("Views", content.views)
      part("Why it is not shared", content.withheld)
      part("Given by", content.givenBy)
    } else {
      p {
        if research.isAsked(on: model.today) {
          LateMark(day: research.due, today: model.today)
          " Asked, to answer by \(research.due.words)."
        } else {
          StateMark(.none, "Asked no more")
        }
      }
      if model.leads, research.organisation != model.sitting.organisation {
        p {
          a(.href(path)) { "Write down what \(model.names.body(research.organisation)) told you" }
        }
      }
    }
    if model.leads {
      ResearchLinkSheet(model: model, research: research)
      if research.isAsked(on: model.today) { takingBack }
    }
  }

  private var takingBack: some HTML {
    PostForm(to: model.path, csrf: model.csrf) {
      input(.type(.hidden), .name("asked-end"), .value(research.id.description))
      SubmitButton(
        "Take the question to \(model.names.body(research.organisation)) back", style: .small,
        name: "act", value: CaseAct.askEnd.rawValue)
    }
  }

  @HTMLBuilder private func part(_ title: String, _ words: String) -> some HTML {
    if !words.isEmpty {
      p(.class("prewrap")) {
        strong { "\(title): " }
        words
      }
    }
  }

  private var path: String {
    ConferencesRoute.referral(
      model.kind.key, model.referral.reference, for: research.organisation.rawValue
    ).path
  }
}

/// The form by which an organisation answers, or a coordinator writes its answer down.
private struct AnswerSheet: HTML {
  let model: CaseModel
  let research: Research

  var body: some HTML {
    let state =
      model.act == .answer ? model.state : FormState(values: AnswerForm.fields(research))
    Sheet(
      model.isForOthers
        ? "What \(model.names.body(research.organisation)) told you" : "Your organisation's answer",
      id: "answer-form", mark: .river
    ) {
      p { "To answer by \(research.due.words)." }
      PostForm(to: path, csrf: model.csrf) {
        input(.type(.hidden), .name("act"), .value(CaseAct.answer.rawValue))
        input(.type(.hidden), .name("version"), .value(String(research.version)))
        AnswerFields(state: state)
        if model.isForOthers {
          TextField(
            "given-by", label: "Who gave the answer, and how",
            hint: "Such as the duty nurse, by secure email", in: state)
        }
        SubmitButton(model.isForOthers ? "Write the answer down" : "Send the answer")
      }
    }
  }

  private var path: String {
    ConferencesRoute.referral(
      model.kind.key, model.referral.reference,
      for: model.isForOthers ? research.organisation.rawValue : nil
    ).path
  }
}
