internal import Design
internal import Kernel
internal import Markup

/// Reports that may belong with one, and the cases with the vehicle it names.
struct LinkSheet: HTML {
  let links: [ReportLink]
  let vehicles: [CaseFile]

  var body: some HTML {
    Sheet("Reports that may belong with it") {
      p(.class("quiet")) {
        "Within \(ReportLinks.metres) metres, of the same contact or about the same person or home, "
        "within half a year of it. Nothing is merged unless you join it to a case below."
      }
      DataTable(
        caption: "Possible links", hidesCaption: true,
        columns: [.text("Report"), .text("What"), .text("Why"), .text("Case")],
        rows: links.map { link in
          [
            .link(
              link.report.reference.description, to: WorkRoute.triage(link.report.reference).path),
            .text(link.report.kind.title), .text(link.words),
            .html {
              if let reference = link.caseReference {
                a(.href(WorkRoute.file(reference).path)) { reference.description }
                if let state = link.caseState { " (\(state.title.lowercased()))" }
              } else {
                "None"
              }
            },
          ]
        }, empty: "There are none.")
      if !vehicles.isEmpty {
        p {
          strong { "Cases with the vehicle this report names: " }
          for file in vehicles {
            a(.href(WorkRoute.file(file.reference).path)) { "\(file.reference), \(file.title)" }
            " (\(file.state.title.lowercased())) "
          }
        }
      }
    }
  }
}
