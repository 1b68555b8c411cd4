internal import Design
internal import Markup

/// The steps of its procedure on the page of a case, as its record has them now.
struct ProcedureSheet: HTML {
  let checked: CheckedCase?

  var body: some HTML {
    if let checked {
      Sheet("Procedure", id: "procedure") {
        p(.class("quiet")) {
          "\(checked.procedure.words): \(checked.words). The record says so; nobody ticks a step."
        }
        StepTable(steps: checked.steps)
      }
    }
  }
}
