internal import Design
internal import Markup

/// Once the work has ended: how to say that it goes on.
struct Again: HTML {
  let model: OwnReportModel

  var body: some HTML {
    if model.report.state == .closed {
      Sheet("Does it still go on?", mark: .river) {
        p { "Tell us, and an officer looks whether the work begins again." }
        PostForm(to: ReportRoute.own.path, csrf: model.csrf) {
          OccasionFields(state: model.state, legend: "Which day?")
          TextArea("diary", label: "What happened", in: model.state, rows: 4)
          SubmitButton("Tell an officer", name: "act", value: "diary")
        }
        PostForm(to: ReportRoute.own.path, csrf: model.csrf) {
          SubmitButton("It is still happening", style: .line, name: "act", value: "continues")
        }
      }
    } else {
      p {
        "If it goes on, report it again and give this reference. "
        a(.href(ReportRoute.start.path)) { "Make a report" }
      }
    }
  }
}
