internal import Database
internal import Design
internal import Kernel
internal import Partnership

/// The places an action can be about: the whole area, its wards, the hotspots of the latest maps.
struct ActionPlaces: Sendable {
  private(set) var choices: [Choice]

  private static let mostMaps = 6

  init(_ services: Services, _ read: Read) throws {
    choices = [Choice("all", "The whole area")]
    if let edition = try services.areas.latest(.ward, read) {
      let wards = try services.areas.areas(.ward, edition.year, read)
      choices += wards.sorted { $0.name < $1.name }.map { Choice("ward:\($0.code)", $0.name) }
    }
    for map in try services.hotspots.latest(Self.mostMaps, read) {
      choices += map.spots.filter { $0.life != .diminished }.map { spot in
        Choice(
          "hotspot:\(map.path)#\(spot.letter)",
          "Hotspot \(spot.letter), \(spot.place): \(map.title)")
      }
    }
  }

  /// The same with the place an action already has, whose map may have gone since.
  func with(_ content: ActionContent) -> ActionPlaces {
    guard !choices.contains(where: { $0.value == content.placeKey }) else { return self }
    var places = self
    places.choices.append(Choice(content.placeKey, content.placeName))
    return places
  }

  func name(of key: String) -> String? { choices.first { $0.value == key }?.label }
}
