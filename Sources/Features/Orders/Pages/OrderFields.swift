internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The fields of the form of one power: no more than that power needs.
struct OrderFields: HTML {
  let power: Power
  /// What it may cover.
  let areas: [Choice]
  let state: FormState

  var body: some HTML {
    SubjectFields(power: power, areas: areas, state: state)
    TermFields(power: power, state: state)
    if !power.tests.isEmpty {
      CheckboxField(
        "test", legend: "The test in law",
        choices: power.tests.map { Choice($0.key, $0.words, hint: $0.section) },
        hint: "Tick each part that was met; all of them must be", in: state)
    }
    TextArea(
      "evidence", label: "What it rests on", hint: "Dates, what happened, who saw it", in: state,
      rows: 5)
    TextArea("prohibitions", label: "What it forbids", hint: "One a line", in: state, rows: 4)
    TextArea(
      "requirements", label: "What it requires (optional)",
      hint: "One a line; what supports them to change counts too", in: state, rows: 3)
    if power.canRequireTreatment {
      CheckboxField(
        "treatment", label: "It requires them to engage in treatment for drugs or alcohol",
        in: state)
    }
    if power.isClosure {
      CheckboxField("drugs", label: "The premises are used for drugs", in: state)
    }
    if power.asksSupport {
      YouthFields(power: power, state: state)
    }
    RecordFields(power: power, state: state)
  }
}

private struct SubjectFields: HTML {
  let power: Power
  let areas: [Choice]
  let state: FormState

  var body: some HTML {
    if power == .protectionNotice {
      TextField(
        "warning", label: "Reference of the written warning",
        hint: "The community protection warning they were served, such as TM-7K42-0931", in: state,
        width: .w20, autocomplete: "off")
    }
    TextField("name", label: power.nameTitle, in: state, autocomplete: "off")
    if power.target == .personOrBody {
      CheckboxField("body", label: "It is a body, such as a company or a shop", in: state)
    }
    if power.target == .person || power.target == .personOrBody {
      DateField(
        "born", legend: "Date of birth",
        hint: power.target == .personOrBody ? "Not asked of a body" : nil, in: state)
    }
    if power.coversArea {
      SelectField(
        "area", label: "Area it covers", choices: areas,
        hint: "An outline of the list of named hotspots, or a ward. Leave it where a street or "
          + "postcode says enough",
        empty: "A street or postcode, given below", in: state)
    }
    TextField("place", label: placeLabel, in: state)
  }

  private var placeLabel: String {
    if power.coversArea { return "Street or postcode (optional where an area is chosen)" }
    return power.needsPlace ? "Street or postcode" : "Street or postcode it is about (optional)"
  }
}

private struct TermFields: HTML {
  let power: Power
  let state: FormState

  var body: some HTML {
    DateField("starts", legend: power.startTitle, in: state)
    if power.runsByTheHour {
      TextField("start-time", label: "Time it begins", hint: hint, in: state, width: .w8)
      DateField("ends", legend: "Day it ends", in: state)
      TextField("end-time", label: "Time it ends", hint: hint, in: state, width: .w8)
      RadioField(
        "authoriser", legend: "Who signed or authorised it",
        choices: Authoriser.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
    } else {
      DateField("ends", legend: "Last day", hint: endHint, in: state)
    }
    if power.isServed {
      DateField(
        "served", legend: "Day of service", hint: "Leave empty until it has been served", in: state)
      TextField("served-time", label: "Time of service", hint: hint, in: state, width: .w8)
    }
    if power == .dispersal {
      DateField("authorised", legend: "Day the authorisation began", in: state)
      TextField(
        "authorised-time", label: "Time the authorisation began", hint: hint, in: state, width: .w8)
      DateField("authorised-end", legend: "Day the authorisation ends", in: state)
      TextField(
        "authorised-end-time", label: "Time the authorisation ends", hint: hint, in: state,
        width: .w8)
    }
    if power == .closureNotice {
      DateField("hearing", legend: "Day of the hearing", in: state)
      TextField("hearing-time", label: "Time of the hearing", hint: hint, in: state, width: .w8)
    }
  }

  private var hint: String { "Such as 14:30" }
  private var endHint: String? {
    power.mayBeEndless(isYouth: false) ? "Leave empty where it has none" : nil
  }
}

private struct YouthFields: HTML {
  let power: Power
  let state: FormState

  var body: some HTML {
    Disclosure("If they are under 18", isOpen: isOpen) {
      RadioField(
        "support", legend: "Support before enforcement",
        choices: SupportOffer.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
      TextArea(
        "support-reason", label: "What was offered, or why it could not wait", in: state, rows: 3)
      DateField(
        "support-review", legend: "Day support is looked at again",
        hint: "Only where it was too urgent to wait", in: state)
      CheckboxField("youth-team", label: power.youthTeamLabel, in: state)
      if power == .dispersal {
        RadioField(
          "removal", legend: "\(Removal.question) (optional)",
          choices: Removal.allCases.map { Choice($0.rawValue, $0.title) },
          hint: "Only somebody under 16 may be taken (section 35(7))", in: state)
      }
    }
  }

  private var isOpen: Bool {
    ["support", "support-reason", "support-review-day", "youth-team", "removal"].contains { name in
      state.refusal?.message(for: name) != nil || state.values[name].map { !$0.isEmpty } ?? false
    }
  }
}

private struct RecordFields: HTML {
  let power: Power
  let state: FormState

  var body: some HTML {
    if power.target == .area {
      TextArea(
        "rights", label: "Freedom of expression and assembly",
        hint: "How articles 10 and 11 of the Convention were weighed", in: state, rows: 3)
    }
    TextArea(
      "consultees",
      label: power.target == .area ? "Who was consulted" : "Who was consulted (optional)",
      hint: "Who, when and what they said", in: state, rows: 3)
    if power.isCourts || power == .closureNotice {
      TextField(
        "court", label: power.isCourts ? "Court" : "Court that hears the application", in: state)
    }
    if power == .closureNotice {
      TextArea(
        "advice", label: "Who advises on housing and the law nearby",
        hint: "Names, and how to reach them: the notice must say so", in: state, rows: 3)
    }
    TextField("legal-lead", label: "Legal lead (optional)", in: state)
    TextField(
      "case", label: "References of cases or reports (optional)",
      hint: "Such as TM-7K42-0931; a comma between two", in: state, autocomplete: "off")
  }
}
