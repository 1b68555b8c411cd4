internal import Database
internal import Geography
internal import Kernel
internal import Markup
internal import Partnership

/// Where orders apply: the places they name and the areas they cover, on a map of the wards.
struct OrderPlaces: Sendable {
  private let wards: [ShapedArea]
  /// The places by their keys.
  private let places: [String: KnownPlace]
  private let areas: [ID<Order>: StatedArea]

  /// The areas of some orders, and those of their places that the gazetteer still has; reads no ward
  /// where there is neither.
  init(of orders: [Order], _ services: Services, _ read: Read) throws {
    var places: [String: KnownPlace] = [:]
    for key in Set(orders.compactMap(\.placeKey)) {
      places[key] = try services.places.place(key, read)
    }
    self.places = places
    areas = try OrderStore(services).areas(of: orders, read)
    wards =
      places.isEmpty && areas.isEmpty ? [] : try services.areas.latestShapes(.ward, read)
  }

  /// The place and the area of one order, each under its own name.
  func map(of order: Order) -> PlacesMap {
    let (place, area) = (place(of: order), areas[order.id])
    let spoken = [
      area.map { "\($0.name) outlined" }, place.map { "\($0.words) marked" },
    ].compactMap(\.self).joined(separator: " and ")
    return PlacesMap(
      wards, marks: place.map { [PlacesMap.Mark($0.words, $0.point)] } ?? [],
      outlines: area.map { [PlacesMap.Outline("", $0.shape)] } ?? [],
      title: "Where it applies", spoken: "Map of the ward with \(spoken).")
  }

  /// The places and areas of a list of orders, each under its number in the list.
  func map(numbering orders: [Order], from first: Int) -> some HTML {
    let numbered = orders.enumerated().map { (label: "\(first + $0)", order: $1) }
    return PlacesMap(
      wards,
      marks: numbered.compactMap { label, order in
        place(of: order).map { PlacesMap.Mark(label, $0.point) }
      },
      outlines: numbered.compactMap { label, order in
        areas[order.id].map {
          PlacesMap.Outline(place(of: order) == nil ? label : "", $0.shape)
        }
      }, title: "Where they apply",
      spoken: "Map of the wards with the places of the orders marked, and their areas outlined, "
        + "under their numbers below.")
  }

  private func place(of order: Order) -> KnownPlace? { order.placeKey.flatMap { places[$0] } }
}
