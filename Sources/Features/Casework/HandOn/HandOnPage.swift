internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page shows on which a case is handed on.
struct HandOnModel {
  let file: CaseFile
  let facts: HandOnFacts
  let own: ID<Organisation>
  let state: FormState
  let csrf: String
}

/// Who may take a case, what becomes of its clocks, and what those who reported it are told.
struct HandOnPage: HTML {
  let model: HandOnModel

  private var file: CaseFile { model.file }

  var body: some HTML {
    PageHead(
      "Hand a case on", kicker: "\(file.reference), \(file.title)",
      lede: "Another organisation leads it, or a service outside takes it.")
    Sheet("What becomes of the clocks") {
      p {
        strong { "An organisation with accounts here leads the case. " }
        "The clocks go on as they are: those who reported were promised an answer, whoever works on it. "
        "The organisation records its contacts here, and the case stays on the list “Led by others”."
      }
      p {
        strong { "Any other organisation or service takes it. " }
        "The case is closed here as passed to it, and its clocks end. If it comes back, open it again."
      }
    }
    if let lead = model.facts.agencies.first(where: { $0.id == file.lead }) { back(lead) }
    Sheet("Hand it on", mark: .river) {
      PostForm(to: HandOnRoute.handOn(file.reference).path, csrf: model.csrf) {
        RadioField("to", legend: "Who takes it?", choices: choices, in: model.state)
        TextField(
          "service", label: "Name of the service outside",
          hint: "Only where you chose one. Lists show it: no person’s name.", in: model.state)
        TextField("hand-on-reason", label: "Why it is handed on", in: model.state)
        TextArea(
          "hand-on-told", label: "What those who reported it are told",
          hint:
            "Who works on it now, and how to reach them. They read it beside their report, and in a "
            + "letter where they chose a way.", in: model.state, rows: 3)
        telling
        SubmitButton("Hand the case on", style: .bad)
      }
    }
  }

  /// What leaves the record with a case that is closed here.
  @HTMLBuilder private var telling: some HTML {
    RadioField(
      HandOnForm.Tells.field, legend: "Do you tell them what is in the case?",
      choices: HandOnForm.Tells.allCases.map { Choice($0.rawValue, $0.title) },
      hint:
        "Only where the case is closed here. If you do, say below on which grounds: it is recorded as a "
        + "share.", in: model.state)
    Disclosure("What they are told, and on which grounds", isOpen: model.state.refusal != nil) {
      ShareFurtherFields(
        model.facts.choices, .telling(by: "it"), prefix: HandOnForm.prefix, in: model.state)
      DateField(
        "\(HandOnForm.prefix)until", legend: "Last day they may use it",
        hint: "A year from now at the latest.", in: model.state)
    }
  }

  private var choices: [Choice] {
    model.facts.agencies.filter { $0.id != model.own && $0.id != file.lead }.map { agency in
      Choice(
        agency.id.description, agency.name,
        hint: model.facts.withAccounts.contains(agency.id)
          ? "Leads the case here." : "Has no account: the case is closed here.")
    } + [Choice(HandOnForm.outside, "A service outside", hint: "The case is closed here.")]
  }

  private func back(_ lead: Agency) -> some HTML {
    Sheet("Take the lead back") {
      p { "\(lead.name) leads the case. It stays a party when you take the lead back." }
      PostForm(to: HandOnRoute.takeBack(file.reference).path, csrf: model.csrf) {
        TextField("take-back-reason", label: "Why we lead it again", in: model.state)
        SubmitButton("Take the lead back", style: .line)
      }
    }
  }
}
