internal import Design
internal import Geography
internal import Kernel
internal import Markup
internal import Partnership

/// What the search of streets and postcodes shows.
struct SearchModel {
  let text: String
  let found: [FoundPlace]
  /// The place of a whole postcode that is known.
  let place: FoundPlace?
  /// The ward it lies in, by the latest edition.
  let ward: Area?
  /// What is within half a kilometre of it.
  let near: [FoundPlace]
}

/// Streets and postcodes that begin as somebody typed, and what is near a whole postcode.
struct SearchPage: HTML {
  let model: SearchModel

  var body: some HTML {
    PageHead(
      "Find a street or postcode", lede: "Nothing you type here is sent outside this service.")
    SearchForm(text: model.text)
    if model.text.isEmpty {
      p(.class("quiet")) { "Type the first letters of a street or of a postcode." }
    } else {
      if let place = model.place, let ward = model.ward {
        Notice {
          p {
            "\(place.name) lies in "
            a(.href(PlaceRoute.area(ward.kind, ward.edition, code: ward.code).path)) { ward.name }
            ", by the \(ward.kind.plural.lowercased()) of \(String(ward.edition))."
          }
        }
      }
      Sheet("Found") {
        PlaceTable(caption: "Found", places: model.found, isNear: false)
        if model.found.count == PlaceSearch.most {
          p(.class("quiet")) {
            "These are the first \(String(PlaceSearch.most)). Type more letters."
          }
        }
      }
      if !model.near.isEmpty {
        Sheet("Within 500 metres") {
          PlaceTable(caption: "Within 500 metres", places: model.near, isNear: true)
        }
      }
    }
  }
}

private struct PlaceTable: HTML {
  let caption: String
  let places: [FoundPlace]
  let isNear: Bool

  var body: some HTML {
    DataTable(
      caption: caption, hidesCaption: true,
      columns: [.text("Name"), .text("What"), .text("Where")]
        + (isNear ? [.number("Metres away")] : [])
        + [.number("Easting"), .number("Northing")],
      rows: places.map { place in
        let distance: [DataTable.Cell] =
          isNear ? [.text(NumberText.whole(place.distance ?? 0))] : []
        return .cells(
          [
            name(place), .text(what(place)),
            place.detail.isEmpty ? .missing("Not given") : .text(place.detail),
          ] + distance + [
            .text(String(Int(place.point.easting))), .text(String(Int(place.point.northing))),
          ])
      },
      empty: "No street or postcode begins like this.")
  }

  private func what(_ place: FoundPlace) -> String {
    if let ended = place.ended { return "Postcode, ended in \(ended.words)" }
    return place.kind == .street ? "Street" : "Postcode"
  }

  private func name(_ place: FoundPlace) -> DataTable.Cell {
    place.kind == .postcode
      ? .link(place.name, to: PlaceRoute.search(place.name).path) : .text(place.name)
  }
}
