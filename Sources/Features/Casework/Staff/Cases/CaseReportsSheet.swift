internal import Design
internal import Kernel
internal import Markup

/// The reports a case was opened for.
struct CaseReportsSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Reports", id: "reports") {
      DataTable(
        caption: "Reports", hidesCaption: true,
        columns: [.text("Reference"), .text("What"), .text("Where"), .text("Received")],
        rows: model.reports.map { report in
          [
            .link(report.reference.description, to: ReportsRoute.report(report.reference).path),
            .text(report.kind.title), .text(report.place?.name ?? "In words only"),
            .text(London.words(report.receivedAt)),
          ]
        })
    }
  }
}
