internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Reads the markers that pages of cases and reports show.
struct MarkerReader {
  let visit: StaffVisit

  private var store: MarkerStore { MarkerStore(keyring: visit.services.keyring) }

  /// Those of a case: of its places, and of the people in it.
  func model(_ file: CaseFile, _ people: [CasePerson], _ read: Read) throws -> MarkerModel {
    let places = try CasePlaces(keyring: visit.services.keyring).places(of: file.id, read)
    let markers = try store.markers(of: file.id, places: places.map(\.key), read)
    return MarkerModel(
      markers: markers,
      people: Dictionary(
        uniqueKeysWithValues: people.map {
          ($0.id, $0.content.reveal(for: "warning before a visit").name)
        }), names: try names(markers, read), places: places, file: file.id,
      today: London.day(visit.now))
  }

  /// Those of the place of a report.
  func model(_ report: Report, _ read: Read) throws -> MarkerModel {
    let markers = try store.markers(at: [report.place?.key].compactMap(\.self), read)
    return MarkerModel(
      markers: markers, people: [:], names: try names(markers, read), places: [], file: nil,
      today: London.day(visit.now))
  }

  private func names(_ markers: [VisitMarker], _ read: Read) throws -> [ID<Account>: String] {
    var names: [ID<Account>: String] = [:]
    for id in Set(markers.compactMap(\.account)) {
      names[id] = try visit.services.people.name(of: id, in: read)?
        .reveal(for: "author of a marker")
    }
    return names
  }
}
