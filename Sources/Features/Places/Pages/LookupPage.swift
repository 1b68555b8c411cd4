internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of a look-up shows.
struct LookupModel {
  let query: LookupQuery
  let page: Int
  let hasPostcodes: Bool
  /// `nil` where it is too large to be made while the page waits, or cannot be made.
  let lookup: Lookup?

  var title: String { "\(query.kind.plural) of \(query.from) in those of \(query.to)" }
}

/// Which area of another edition each area fits best, and what does not carry over.
struct LookupPage: HTML {
  let model: LookupModel

  var body: some HTML {
    PageHead(model.title, lede: lede)
    if let lookup = model.lookup {
      Facts([
        Fact(
          "Does not carry over", ShareText.percent(lookup.lost),
          note: "of all \(model.query.basis == .area ? "land" : "people"), when each area goes "
            + "whole to its best fit"),
        Fact("Areas", NumberText.whole(lookup.fits.count)),
        Fact(
          "Best fit of none", NumberText.whole(lookup.unfitted.count),
          note: lookup.unfitted.prefix(5).map(\.name).joined(separator: ", ")),
      ])
      table(lookup)
    } else if model.query.basis == .people, !model.hasPostcodes {
      Notice(.warn) { p { NoPostcodes().message } }
    } else {
      Notice {
        p {
          "These editions are too detailed to be fitted while a page waits. Use the command "
          code {
            "hamlet places lookup --kind \(model.query.kind.rawValue) "
              + "--from \(String(model.query.from)) --to \(String(model.query.to))"
          }
          "."
        }
      }
    }
  }

  private var lede: String {
    switch model.query.basis {
    case .area: "Each area goes to the one that holds most of its land."
    case .people:
      "Each area goes to the one that holds most of its people, by the postcodes they live at."
    }
  }

  private func table(_ lookup: Lookup) -> some HTML {
    let pages = PlaceHandlers.pages(lookup.fits.count)
    return Sheet("Best fit") {
      DataTable(
        caption: "Best fit", hidesCaption: true,
        columns: [
          .text("Area of \(model.query.from)"), .text("Best fit of \(model.query.to)"),
          .number("Share in it"), .number("Does not carry over"), .text("Also in"),
        ],
        rows: PlaceHandlers.slice(lookup.fits, model.page).map { fit in
          [
            .link(fit.area.name, to: path(fit.area)),
            fit.best.map { .link($0.area.name, to: path($0.area)) } ?? .missing("None"),
            fit.best.map { .text(ShareText.percent($0.share)) } ?? .missing("Nothing"),
            .text(ShareText.percent(fit.lost)), also(fit),
          ]
        },
        pager: Pager(page: min(model.page, pages), of: pages) { page in
          PlaceRoute.lookup(model.query, page: page).path
        })
    }
  }

  private func also(_ fit: Lookup.Fit) -> DataTable.Cell {
    var words = fit.parts.dropFirst().prefix(4).map {
      "\($0.area.name) \(ShareText.percent($0.share))"
    }
    if fit.outside >= 0.0005 { words.append("no area \(ShareText.percent(fit.outside))") }
    return words.isEmpty ? .missing("Nowhere else") : .text(words.joined(separator: ", "))
  }

  private func path(_ area: Area) -> String {
    PlaceRoute.area(area.kind, area.edition, code: area.code).path
  }
}
