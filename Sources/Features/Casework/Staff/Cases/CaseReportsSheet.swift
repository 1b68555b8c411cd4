internal import Design
internal import Kernel
internal import Markup

/// The reports a case was opened for.
struct CaseReportsSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Reports", id: "reports") {
      CaseReportsTable(reports: model.reports)
      if model.hasMoreReports {
        p {
          "These are the first \(NumberText.whole(model.reports.count)) reports, and what is told on this page is from "
          "them. "
          a(.href(CaseMoreRoute.reports(model.file.reference, page: 2).path)) { "The others" }
        }
      }
    }
  }
}

/// Reports of a case, each with its page.
struct CaseReportsTable: HTML {
  let reports: [Report]

  var body: some HTML {
    DataTable(
      caption: "Reports", hidesCaption: true,
      columns: [.text("Reference"), .text("What"), .text("Where"), .text("Received")],
      rows: reports.map { report in
        [
          .link(report.reference.description, to: ReportsRoute.report(report.reference).path),
          .text(report.kind.title), .text(report.place?.name ?? "In words only"),
          .text(London.words(report.receivedAt)),
        ]
      })
  }
}
