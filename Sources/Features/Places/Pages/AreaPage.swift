internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of one area shows.
struct AreaModel {
  let line: AreaLine
  /// The areas of its edition, for the map.
  let around: [AreaLine]
  let years: [AreaPeople]
  /// What was wrong with its rings; `nil` where nothing was.
  let mended: String?
  let others: [Other]

  /// Where it lies in another edition.
  struct Other {
    let year: Int
    let parts: [Lookup.Part]
  }
}

/// One area: who lives there, where it lies, what it was before.
struct AreaPage: HTML {
  let model: AreaModel

  private var area: Area { model.line.shaped.area }

  var body: some HTML {
    PageHead(area.name, kicker: "\(area.kind.title) of \(area.edition)")
    Facts([
      Fact("Code", area.code),
      Fact(
        "Area",
        "\(NumberText.decimal(model.line.squareKilometres, places: 2)) square kilometres"),
      Fact(
        "People", model.line.people.map { NumberText.whole($0.people) } ?? "No estimate",
        note: model.line.people.map { "Middle of \($0.year)" }),
      Fact(
        "Households",
        model.line.people?.households.map { NumberText.whole($0) } ?? "Not given"),
    ])
    if let mended = model.mended {
      Notice(.warn) {
        p { "The file's outline crossed itself and was mended: \(mended)." }
      }
    }
    Sheet("People and households") {
      DataTable(
        caption: "People and households", hidesCaption: true,
        columns: [.text("Year"), .number("People"), .number("Households")],
        rows: model.years.map { year in
          [
            .text(String(year.year)), .text(NumberText.whole(year.people)),
            year.households.map { .text(NumberText.whole($0)) } ?? .missing("Not given"),
          ]
        },
        empty: "No estimate of people has been imported for this area.")
    }
    for other in model.others { OtherEdition(area: area, other: other) }
    Sheet("Map") {
      AreaMap(
        title: "\(area.name) and what is around it",
        about: "\(area.kind.plural) of \(area.edition)",
        lines: model.around, chosen: area.code)
    }
  }
}

private struct OtherEdition: HTML {
  let area: Area
  let other: AreaModel.Other

  var body: some HTML {
    Sheet("In the \(area.kind.plural.lowercasedFirst) of \(other.year)") {
      DataTable(
        caption: "In the edition of \(other.year)", hidesCaption: true,
        columns: [.text("Name"), .text("Code"), .number("Share of this area's land")],
        rows: other.parts.map { part in
          [
            .link(
              part.area.name,
              to: PlaceRoute.area(part.area.kind, part.area.edition, code: part.area.code).path),
            .text(part.area.code), .text(ShareText.percent(part.share)),
          ]
        },
        empty: "None of it lies in an area of that edition.")
    }
  }
}

extension String {
  /// The text with its first letter small, unless it is an abbreviation.
  fileprivate var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}

/// Shares in words.
enum ShareText {
  /// `12.3%`; a share too small for that is said to be.
  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.0005 ? "Under 0.1%" : "\(NumberText.decimal(share * 100, places: 1))%"
  }
}
