internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The reports that may be the applicant's, each entered as a complaint by one button.
struct ReviewOwnReportsSheet: HTML {
  let model: ReviewModel

  var body: some HTML {
    if !model.own.isEmpty {
      Sheet("Reports that may be theirs", id: "own-reports") {
        p {
          "They give the applicant’s telephone number or email address, or the application gives "
          "their reference. Enter those they mean; enter by hand what they told others."
        }
        DataTable(
          caption: "Reports that may be theirs", hidesCaption: true,
          columns: [
            .text("Report"), .text("It happened"), .text("It was reported"), .text("Enter"),
          ],
          rows: model.own.map(row))
      }
    }
  }

  private func row(_ report: OwnReport) -> DataTable.Row {
    [
      .html {
        a(.class("ref"), .href(ReportsRoute.report(report.reference).path)) {
          report.reference.description
        }
        " \(report.kind.title)"
        p(.class("small quiet regular")) { report.sign.words }
      },
      .text(report.behaviour?.words ?? "Not known"), .text(report.reported.words),
      .html {
        ReviewForm(model, .complaint) {
          for (name, value) in fields(report) {
            input(.type(.hidden), .name(name), .value(value))
          }
          SubmitButton("Enter \(report.reference)", style: .small)
        }
      },
    ]
  }

  /// What the form of a complaint asks.
  private func fields(_ report: OwnReport) -> [(String, String)] {
    let kind = model.agencies.first { $0.id == report.organisation }?.kind
    return [
      ("body", ComplaintBody(kind).rawValue), ("reference", report.reference.description),
      ("what", report.kind.title),
    ] + date("behaviour", report.behaviour) + date("reported", report.reported)
  }

  private func date(_ name: String, _ day: Day?) -> [(String, String)] {
    guard let civil = day?.civil else { return [] }
    return [
      ("\(name)-day", "\(civil.day)"), ("\(name)-month", "\(civil.month)"),
      ("\(name)-year", "\(civil.year)"),
    ]
  }
}
