internal import Design
internal import Kernel
internal import Markup

/// When and how it is safe to reach a reporter, in their words.
struct SafetyNotice: HTML {
  let details: ReportDetails

  var body: some HTML {
    let safety = details.reporter.reveal(for: "safe contact").safety
    if !safety.isEmpty {
      Notice(.warn) {
        p {
          strong { "Before you contact whoever made report \(details.report.reference): " }
          safety
        }
      }
    }
  }
}
