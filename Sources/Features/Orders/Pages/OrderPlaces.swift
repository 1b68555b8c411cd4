internal import Database
internal import Geography
internal import Markup
internal import Partnership

/// Where orders apply: the places they name, on a map of the wards.
struct OrderPlaces: Sendable {
  let wards: [ShapedArea]
  /// The points of the places by their keys.
  let points: [String: GridPoint]

  /// The places of some orders that the gazetteer still has; reads no ward where there is none.
  init(of orders: [Order], _ services: Services, _ read: Read) throws {
    var points: [String: GridPoint] = [:]
    for key in Set(orders.compactMap(\.placeKey)) {
      points[key] = try services.places.place(key, read)?.point
    }
    self.points = points
    wards = points.isEmpty ? [] : try services.areas.latestShapes(.ward, read)
  }

  func point(of order: Order) -> GridPoint? { order.placeKey.flatMap { points[$0] } }

  /// The place of one order, under its own name.
  func map(of order: Order) -> PlacesMap {
    PlacesMap(
      wards, marks: point(of: order).map { [PlacesMap.Mark(order.placeName, $0)] } ?? [],
      title: "Where it applies", spoken: "Map of the ward with \(order.placeName) marked.")
  }

  /// The places of a list of orders, each under its number in the list.
  func map(numbering orders: [Order]) -> some HTML {
    PlacesMap(
      wards,
      marks: orders.enumerated().compactMap { number, order in
        point(of: order).map { PlacesMap.Mark("\(number + 1)", $0) }
      }, title: "Where they apply",
      spoken: "Map of the wards with the places of the orders marked by their numbers below.")
  }
}
