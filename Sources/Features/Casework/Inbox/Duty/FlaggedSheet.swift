internal import Design
internal import Kernel
internal import Markup

/// The flagged reports nobody has acted on, whatever their state, for the top of a page; nothing where
/// there are none.
struct FlaggedSheet: HTML {
  /// How many are shown; the list has them all.
  static let shown = 10

  /// The longest waiting of them.
  let reports: [Report]
  let count: Int
  let mayOpen: Bool

  var body: some HTML {
    if !reports.isEmpty {
      Sheet("Act on these at once", id: "flagged", mark: .bad) {
        p(.role("status")) {
          a(.href(ReportsRoute.list(.flagged, page: 1).path)) {
            count == 1 ? "1 report is flagged" : "\(NumberText.whole(count)) reports are flagged"
          }
          ": their words may warn of danger to somebody."
        }
        DataTable(
          caption: "Flagged reports", hidesCaption: true,
          columns: [
            .text("Reference"), .text("What"), .text("Where"), .text("Flagged"), .text("State"),
          ],
          rows: reports.prefix(Self.shown).map(row))
      }
    }
  }

  private func row(_ report: Report) -> DataTable.Row {
    [
      .html { ReportReference(report: report, mayOpen: mayOpen) }, .text(report.kind.title),
      .text(report.place?.name ?? "In words only"),
      .text(London.words(report.flaggedAt ?? report.receivedAt)),
      .html {
        report.state.title
        if report.isDoubtful {
          " "
          Tag("Doubtful", .warn)
        }
      },
    ]
  }
}

/// A reference that leads to its report for those who may open it.
struct ReportReference: HTML {
  let report: Report
  let mayOpen: Bool

  var body: some HTML {
    if mayOpen {
      a(.class("ref"), .href(ReportsRoute.report(report.reference).path)) {
        report.reference.description
      }
    } else {
      span(.class("ref")) { report.reference.description }
    }
  }
}

/// On the page of a case: which of its reports are flagged, and what their reporters did that nobody has
/// looked at.
struct CaseDutyNotices: HTML {
  let flagged: [Report]
  let notices: [ReporterNotice]

  var body: some HTML {
    for report in flagged {
      Notice(.bad) {
        p {
          strong { "Act on this at once: " }
          "report "
          a(.href(ReportsRoute.report(report.reference).path)) { report.reference.description }
          " is flagged."
        }
      }
    }
    for notice in notices {
      Notice(.warn) {
        p {
          "\(London.words(notice.at)): the reporter of "
          a(.href(ReportsRoute.report(notice.report).path)) { notice.report.description }
          " \(notice.kind.words). \(notice.kind.question)"
        }
      }
    }
  }
}
