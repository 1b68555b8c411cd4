internal import Design
internal import Kernel
internal import Markup

/// An organisation leads a case that it cannot open any more, since what it was given for has ended.
struct LeadNotice: HTML {
  let model: CaseModel

  var body: some HTML {
    if let lead = model.file.lead, model.file.state != .closed,
      !model.partners.open.contains(where: { $0.organisation == lead })
    {
      Notice(.bad) {
        p {
          strong { "\(model.agency(lead)) leads this case and cannot open it any more. " }
          "Give it the case again, under Organisations, or take the lead back."
        }
      }
    }
  }
}
