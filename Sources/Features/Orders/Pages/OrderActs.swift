internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The forms that say what was done with an order.
struct Acts: HTML {
  let model: OrderModel
  let standing: Standing

  var body: some HTML {
    if order.power.isServed, order.servedAt == nil, order.dischargedOn == nil {
      act(.served, "Say that it was served") { state in
        DateField("served", legend: "Day of service", in: state)
        TextField(
          "served-time", label: "Time of service", hint: "Such as 14:30", in: state, width: .w8)
        TextField("how", label: "How, and by whom", in: state)
        if let hearing = order.hearingAt {
          HearingFields(state: state.values["hearing-day"] == nil ? .of(hearing) : state)
        }
        SubmitButton("Record service", style: .line)
      }
    }
    if order.canVary(at: model.now) {
      act(.varied, "Change the last day") { state in
        DateField("until", legend: "New last day", in: state)
        TextArea("reason", label: "Who decided it, and why", in: state, rows: 3)
        if !order.power.variationTests(extends: true).isEmpty {
          VariationFields(power: order.power, state: state)
        }
        SubmitButton("Change the last day", style: .line)
      }
    }
    if model.canExtend {
      act(.extended, "Extend the notice") { state in
        DateField("extended", legend: "Day it ends then", in: state)
        TextField(
          "extended-time", label: "Time it ends then", hint: "Such as 14:30", in: state, width: .w8)
        RadioField(
          "extension-authoriser", legend: "Who issued or signed the extension notice",
          choices: [Authoriser.superintendent, .chiefExecutive].map {
            Choice($0.rawValue, $0.title)
          }, in: state)
        TextArea("extension-reason", label: "Why, and how it was served", in: state, rows: 3)
        SubmitButton("Extend the notice", style: .line)
      }
    }
    if order.canConclude(at: model.now) {
      act(.concluded, "Say what came of it") { state in
        RadioField(
          "justice", legend: "Did they enter the justice system while it lasted?",
          choices: JusticeOutcome.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        TextArea("concluded-why", label: "How that is known", in: state, rows: 2)
        SubmitButton("Record what came of it", style: .line)
      }
    }
    if standing != .discharged, standing != .ended, standing != .legacy {
      act(.discharged, "Discharge or withdraw it") { state in
        DateField("discharged", legend: "Day of discharge", in: state)
        TextArea("why", label: "Who decided it, and why", in: state, rows: 3)
        SubmitButton("Discharge it", style: .line)
      }
    }
  }

  private var order: Order { model.order }

  @HTMLBuilder private func act(
    _ act: OrderChange.Act, _ title: String,
    @HTMLBuilder fields: (FormState) -> some HTML
  ) -> some HTML {
    Sheet {
      Disclosure(title, isOpen: model.act == act) {
        PostForm(to: order.path, csrf: model.csrf) {
          input(.type(.hidden), .name("act"), .value(act.rawValue))
          input(.type(.hidden), .name("version"), .value(String(order.version)))
          fields(model.state(of: act))
        }
      }
    }
  }
}

/// The hearing of a closure notice, which service may bring forward.
private struct HearingFields: HTML {
  let state: FormState

  var body: some HTML {
    DateField(
      "hearing", legend: "Day of the hearing", hint: "Change it where the court hears it sooner",
      in: state)
    TextField("hearing-time", label: "Time of the hearing", in: state, width: .w8)
  }
}

/// What a council says before it changes how long an order of an area lasts.
private struct VariationFields: HTML {
  let power: Power
  let state: FormState

  var body: some HTML {
    CheckboxField(
      "variation-test",
      legend: power == .publicSpaces ? "Where it is extended" : "Before it is changed",
      choices: power.variationTests(extends: true).map {
        Choice($0.key, $0.words, hint: $0.section)
      }, hint: "Tick each part that was met; all of them must be", in: state)
    TextArea(
      "variation-rights", label: "Freedom of expression and assembly, weighed anew", in: state,
      rows: 3)
    TextArea(
      "variation-consultees",
      label: power == .publicSpaces ? "Who was consulted on it" : "Who consented to it", in: state,
      rows: 3)
  }
}

extension FormState {
  /// The fields of a hearing as it stands.
  fileprivate static func of(_ hearing: Instant) -> FormState {
    let time = London.time(hearing)
    let text = TimeOfDay.text(time.hour * 60 + time.minute)
    return FormState(
      values: Fields(DateInput.fields("hearing", London.day(hearing)) + [("hearing-time", text)]))
  }
}
