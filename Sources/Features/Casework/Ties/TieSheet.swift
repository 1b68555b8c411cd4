internal import Design
internal import Kernel
internal import Markup

/// Where a case went, at its top.
struct TakerNotice: HTML {
  let model: CaseModel

  var body: some HTML {
    if let tie = model.ties.first(where: { $0.kind == .goesOnThere }) {
      Notice(.warn) {
        p {
          "This case was joined to "
          a(.href(tie.path)) { "case \(tie.other)" }
          " on \(London.day(tie.at).words). Go on there: this is its story as it was left."
        }
      }
    }
  }
}

/// The cases that were joined to a case or parted from it, and the ways to do so.
struct TieSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Joined and parted", id: "ties") {
      DataTable(
        caption: "Other cases", hidesCaption: true,
        columns: [.text("Case"), .text("Title"), .text("What"), .text("When")],
        rows: model.ties.map { tie in
          [
            .link(tie.other.description, to: tie.path), .text(tie.title), .text(tie.kind.title),
            .text(London.words(tie.at)),
          ]
        }, empty: "No case was joined to it or parted from it.")
      if model.file.state != .closed {
        div(.class("row no-print")) {
          LinkButton(
            "Join it to another case",
            to: TieRoute.join(model.file.reference, into: nil).path)
          if model.reports.count > 1 {
            LinkButton("Part reports from it", to: TieRoute.part(model.file.reference).path)
          }
        }
      } else if model.file.joinedInto == nil {
        p(.class("quiet")) { "It is closed. Open it again to join it to another case." }
      }
    }
  }
}
