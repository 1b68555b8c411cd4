internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of an edition shows.
struct EditionModel {
  let kind: AreaKind
  let year: Int
  let files: [BoundaryFile]
  /// Every area, by code.
  let lines: [AreaLine]
  let page: Int
  /// The years of the other editions of the kind.
  let others: [Int]

  var pages: Int { PlaceHandlers.pages(lines.count) }
  var onPage: [AreaLine] { PlaceHandlers.slice(lines, page) }
}

/// The areas of a kind and year: a table, then a map of them.
struct EditionPage: HTML {
  let model: EditionModel

  var body: some HTML {
    PageHead("\(model.kind.plural) of \(model.year)", lede: lede)
    Sheet("Areas") {
      DataTable(
        caption: "Areas", hidesCaption: true,
        columns: [
          .text("Name"), .text("Code"), .number("Square km"), .number("People"),
          .number("Households"), .number("People to the square km"),
        ],
        rows: model.onPage.map { .cells(cells($0)) },
        pager: Pager(page: min(model.page, model.pages), of: model.pages) { page in
          PlaceRoute.edition(model.kind, model.year, page: page).path
        })
    }
    Sheet("Map") {
      AreaMap(
        title: "\(model.kind.plural) of \(model.year)",
        about:
          "People to the square kilometre, latest estimates. The same figures are in the table.",
        lines: model.lines)
    }
    if !model.others.isEmpty { LookupForm(model: model) }
    Sheet("Where this comes from") {
      DataTable(
        caption: "Where this comes from", hidesCaption: true,
        columns: [
          .text("File"), .number("Areas"), .number("Mended"), .text("System in the file"),
          .text("SHA-256"), .text("Imported"),
        ],
        rows: model.files.map { file in
          [
            .text(file.name), .text(NumberText.whole(file.areas)),
            .text(NumberText.whole(file.mended)), .text(file.reference),
            .text("\(file.hashText.prefix(12))…"), .text(London.words(file.importedAt)),
          ]
        })
    }
  }

  private var lede: String {
    let count = model.lines.count
    return "\(NumberText.whole(count)) area\(count == 1 ? "" : "s"), kept in metres of the "
      + "British National Grid."
  }

  private func cells(_ line: AreaLine) -> [DataTable.Cell] {
    let area = line.shaped.area
    let none = DataTable.Cell.missing("No estimate")
    return [
      .link(area.name, to: PlaceRoute.area(area.kind, area.edition, code: area.code).path),
      .text(area.code), .text(NumberText.decimal(line.squareKilometres, places: 2)),
      line.people.map { .text(NumberText.whole($0.people)) } ?? none,
      line.people?.households.map { .text(NumberText.whole($0)) } ?? .missing("Not given"),
      line.density.map { .text(NumberText.whole(Int($0.rounded()))) } ?? none,
    ]
  }
}

/// The form that fits the edition into another.
private struct LookupForm: HTML {
  let model: EditionModel

  var body: some HTML {
    Sheet("How these fit into another edition") {
      FilterForm(to: "/places/lookup") {
        input(.type(.hidden), .name("kind"), .value(model.kind.rawValue))
        input(.type(.hidden), .name("from"), .value(String(model.year)))
        SelectField(
          "to", label: "Edition", choices: model.others.map { Choice(String($0), String($0)) })
        SelectField(
          "by", label: "By", choices: [Choice("area", "Area"), Choice("people", "People")])
        SubmitButton("Show the fit", style: .line)
      }
    }
  }
}
