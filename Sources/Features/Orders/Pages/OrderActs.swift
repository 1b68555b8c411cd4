internal import Design
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
        SubmitButton("Record service", style: .line)
      }
    }
    if order.canVary(at: model.now) {
      act(.varied, "Change the last day") { state in
        DateField("until", legend: "New last day", in: state)
        TextArea("reason", label: "Who decided it, and why", in: state, rows: 3)
        SubmitButton("Change the last day", style: .line)
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
